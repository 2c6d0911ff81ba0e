"""The job engine: submit, claim, beat, step, finish, cancel, retry, sweep."""

from quintet.jobs.attempt import Attempt, Recipe, Recipes
from quintet.jobs.jobs import Jobs
from quintet.jobs.product import Product
from quintet.jobs.worker import Worker

__all__ = ["Attempt", "Jobs", "Product", "Recipe", "Recipes", "Worker"]
