"""Text as it may go on the wire."""


def well_formed(text: str) -> str:
    """The text with lone surrogates replaced by U+FFFD, as UTF-8 has no form for them.

    Tokenizers cut emoji in halves; such a response must not fail the batch it is in.
    """
    if text.isascii():
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
