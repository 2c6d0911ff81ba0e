"""The job engine: submit, claim, beat, step, finish, cancel, retry, sweep."""

from quintet.jobs.attempt import Attempt, Recipe, Recipes
from quintet.jobs.jobs import Jobs
from quintet.jobs.product import Product, Record
from quintet.jobs.worker import Worker
from quintet.jobs.workshop import WorkCrashed, Workshop, WorkshopDied, WorkshopOverrun

__all__ = [
    "Attempt",
    "Jobs",
    "Product",
    "Recipe",
    "Recipes",
    "Record",
    "WorkCrashed",
    "Worker",
    "Workshop",
    "WorkshopDied",
    "WorkshopOverrun",
]
