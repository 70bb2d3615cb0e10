import java.io.FileInputStream;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Prints one line for each profile that a file passes and for each rule that it breaks. */
public class CheckPdf {
    private static final int FAILURES_SHOWN = 3;

    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (String profile : arguments[0].split(",")) {
            check(PDFAFlavour.fromString(profile), arguments[1]);
        }
    }

    private static void check(PDFAFlavour profile, String path) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new FileInputStream(path), profile);
                PDFAValidator validator = Foundries.defaultInstance()
                        .createValidator(profile, FAILURES_SHOWN, false, false, false)) {
            ValidationResult result = validator.validate(parser);
            if (result.isCompliant()) {
                System.out.println(profile.getId() + " passes");
            }
            for (TestAssertion failed : result.getTestAssertions()) {
                System.out.println(profile.getId() + " " + failed.getRuleId().getClause() + "-"
                        + failed.getRuleId().getTestNumber() + ": " + failed.getMessage() + " "
                        + failed.getLocation().getContext());
            }
        }
    }
}
