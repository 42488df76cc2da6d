"""The candidate's own stories: written, imported, looked over, and taken along."""
