"""Who said what, floor by floor, from words to articles.

Words of a language, lines of text, people, verbs of saying, what is nested in what, where speakers stand, sentences,
a trained voice, the whole article.

Reads the words of languages/<tag>/speech.yaml and names.yaml; knows no word of any language, writes no record.
"""
