"""How the block labeller is learned: from pages whose main content is known. Needs `pip install cleaner[train]`.

    python -m cleaner.training pages FOLDER --out cleaner/label/weights/html.npz
    python -m cleaner.training texts DUMPS.jsonl.gz --out cleaner/label/weights/text.npz
    python -m cleaner.training kinds FOLDER --out cleaner/label/weights/kinds.npz
    python -m cleaner.training characters WHEELS --out cleaner/weights/characters.npz

Nothing of this is loaded when documents are cleaned.
"""
