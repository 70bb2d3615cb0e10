from environment.naming import standards as naming
from environment.naming.notes import NOTES
from environment.naming.origins import ORIGINS
from environment.standards import RULES
from environment.standards.advisories import ADVISORIES
from environment.standards.ambient import STANDARDS
from environment.standards.forecast_grades import FORECAST_GRADES
from environment.standards.warnings_beijing import PLANS


def test_every_standard_has_a_name():
    limits = {limit.standard for limits in STANDARDS.values() for limit in limits}

    assert {naming.name_of_standard(limit) for limit in limits} == {
        str(name) for name in naming.STANDARDS.values()
    }


def test_every_rule_and_category_has_a_name():
    names = {naming.name_of_rule(rule) for rule in RULES}
    categories = [naming.name_of_category(rule, one) for rule in RULES for one in rule.categories]

    assert (len(names), all(categories)) == (5, True)


def test_every_stage_level_and_plan_has_a_name():
    stages = {stage.name for rule in ADVISORIES for stage in rule.stages}
    levels = {level.name for plan in PLANS for level in plan.levels}

    assert {naming.name_of_stage(one) for one in stages | levels} == {
        str(one) for one in naming.STAGES.values()
    }
    assert [naming.name_of_plan(plan.name) for plan in PLANS] == [str(one) for one in naming.PLANS.values()]


def test_every_particular_of_a_rule_is_there_to_be_translated():
    particulars = {note.text for rule in RULES for note in rule.notes}

    assert particulars == set(NOTES)


def test_every_origin_of_a_standard_is_there_to_be_translated():
    of_rules = [one for rule in RULES for one in (rule, *rule.tables.values(), *rule.notes)]
    of_limits = [limit for limits in STANDARDS.values() for limit in limits]
    of_alerts = [*ADVISORIES, *(level for plan in PLANS for level in plan.levels)]

    origins = {one.source for one in (*of_rules, *of_limits, *of_alerts, *FORECAST_GRADES)}

    assert origins == set(ORIGINS)
