"""What the prose of a page says and how hard it is: sentences, grades, quantities, names of terms.

Pages come in, words with their places and numbers go out. Nothing here says what is too hard.
"""
