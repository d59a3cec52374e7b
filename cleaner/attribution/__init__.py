"""Who said what, floor by floor: words of a language, lines of text, people, sentences, the whole article.

Reads the words of languages/<tag>/speech.yaml and names.yaml; knows no word of any language, writes no record.
"""
