"""How search folds and cuts text; the definition stands lower, checks use it too."""

from generator.folding import FOLD, RUN, SIMPLIFIED, fold, squash, tokens

__all__ = ["FOLD", "RUN", "SIMPLIFIED", "fold", "squash", "tokens"]
