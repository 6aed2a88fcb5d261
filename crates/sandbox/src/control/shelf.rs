//! Snapshots by name.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::problem::Problem;
use crate::keep::World;

/// Keeps worlds in memory, by name.
#[derive(Debug, Default)]
pub(super) struct Shelf(Mutex<BTreeMap<String, World>>);

impl Shelf {
    /// Keeps a world under a name, in the place of the one that had it.
    pub(super) fn put(&self, name: &str, world: World) -> Result<(), Problem> {
        check_name(name)?;
        let mut worlds = self.worlds();
        if worlds.len() >= MOST && !worlds.contains_key(name) {
            let message =
                format!("there are {MOST} snapshots already; delete some: each keeps a copy of everything");
            return Err(Problem::conflict("snapshots_too_many", message));
        }
        worlds.insert(name.to_owned(), world);
        Ok(())
    }

    pub(super) fn find(&self, name: &str) -> Result<World, Problem> {
        self.worlds().get(name).cloned().ok_or_else(|| self.unknown(name))
    }

    pub(super) fn remove(&self, name: &str) -> Result<(), Problem> {
        let removed = self.worlds().remove(name);
        removed.map(drop).ok_or_else(|| self.unknown(name))
    }

    pub(super) fn all(&self) -> Vec<(String, World)> {
        self.worlds().iter().map(|(name, world)| (name.clone(), world.clone())).collect()
    }

    fn unknown(&self, name: &str) -> Problem {
        let shown: String = name.chars().take(LONGEST_NAME).collect();
        let message = format!("there is no snapshot `{shown}`; GET /sandbox/snapshots lists those there are");
        Problem::not_found("snapshot_unknown", message)
    }

    fn worlds(&self) -> MutexGuard<'_, BTreeMap<String, World>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Looks whether a snapshot can have a name.
pub(super) fn check_name(name: &str) -> Result<(), Problem> {
    let fits = (1..=LONGEST_NAME).contains(&name.len())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_'));
    let reason = "a snapshot's name has 1 to 64 letters, digits, dots, hyphens and underscores";
    if fits { Ok(()) } else { Err(Problem::value("name", name, reason)) }
}

const MOST: usize = 100;
const LONGEST_NAME: usize = 64;
