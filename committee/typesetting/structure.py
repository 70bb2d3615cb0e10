"""One structure tree of the trees of all parts, which a screen reader walks through."""

from collections.abc import Iterator, Sequence

from pikepdf import Array, Dictionary, Name, Object, Pdf


def join_structures(book: Pdf, sources: Sequence[Pdf], first_pages: Sequence[int]) -> None:
    """Hang each part's tree into one document; the pages are in the book already, in the same order.

    Args:
        first_pages: where each part begins, from 0.
    """
    root = book.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    document = book.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root, K=Array()))
    key, mapped, identifiers = 0, [], []
    for source, first in zip(sources, first_pages, strict=True):
        tree = book.copy_foreign(source.Root.StructTreeRoot)
        part = tree.K[0]
        part.S, part.P = Name.Part, document
        document.K.append(part)
        pages = [book.pages[first + number].obj for number in range(len(source.pages))]
        numbers = list(tree.ParentTree.Nums)
        mapped.append(_renumbered(book, numbers, key))
        _renumber(pages, key)
        key += len(numbers) // 2
        if piece := source.Root.get(Name.PieceOfIDTree):
            identifiers.append(book.make_indirect(book.copy_foreign(source.make_indirect(piece))))
    root.K = Array([document])
    root.ParentTree = book.make_indirect(Dictionary(Kids=Array(mapped)))
    root.ParentTreeNextKey = key
    if identifiers:
        in_order = sorted(identifiers, key=lambda piece: bytes(piece.Limits[0]))
        root.IDTree = book.make_indirect(Dictionary(Kids=Array(in_order)))
    book.Root.StructTreeRoot = root
    book.Root.MarkInfo = Dictionary(Marked=True)


def _renumbered(book: Pdf, numbers: Sequence[Object], start: int) -> Object:
    pairs = [each for at in range(0, len(numbers), 2) for each in (start + at // 2, numbers[at + 1])]
    limits = Array([start, start + len(numbers) // 2 - 1])
    return book.make_indirect(Dictionary(Limits=limits, Nums=Array(pairs)))


def _renumber(pages: Sequence[Object], start: int) -> None:
    for page in pages:
        page.StructParents = int(page.StructParents) + start
        for link in _links(page):
            link.StructParent = int(link.StructParent) + start


def _links(page: Object) -> Iterator[Object]:
    yield from page.get(Name.Annots, [])
