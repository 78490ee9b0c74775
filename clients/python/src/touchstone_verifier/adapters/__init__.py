"""Reward functions in the shape each training framework calls. A framework is imported only where it is used.

What the frameworks do with an item that could not be judged differs, and so does what stands for it here; each module
says which. It is never silently 0, which would teach the model that a right answer is wrong.
"""
