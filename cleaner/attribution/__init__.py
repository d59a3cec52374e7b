"""Who said what: cues, noun phrases, the people of a document, and the claims that follow from them.

Reads the words of languages/<tag>/speech.yaml and names.yaml; knows no word of any language, writes no record.
"""
