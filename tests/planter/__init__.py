"""Plants faults of many kinds in copies of our sources and of the built site, and measures what the validator says.

python tests/planter/run.py 1000 --seed 1
"""
