//! A line in which each thing stands at most once.

use std::collections::{HashSet, VecDeque};
use std::hash::Hash;

use crate::Line;

/// Work on things that are told apart by a key, in the order in which it came. A thing stands in the line or is worked at
/// at most once at a time.
#[derive(Debug)]
pub struct Once<K, W> {
    line: VecDeque<W>,
    /// What stands in the line and what is being worked at.
    keys: HashSet<K>,
    /// How much may stand in the line.
    most: usize,
}

impl<K: Eq + Hash, W> Once<K, W> {
    /// A line in which so much may stand.
    pub fn of_at_most(most: usize) -> Self {
        Self { line: VecDeque::new(), keys: HashSet::new(), most }
    }

    /// Takes work to the end of the line, unless there is work on the same thing. `false` if there is no room for it.
    pub fn put(&mut self, key: K, work: W) -> bool {
        if self.keys.contains(&key) {
            return true;
        }
        if self.line.len() >= self.most {
            return false;
        }
        self.keys.insert(key);
        self.line.push_back(work);
        true
    }

    /// A thing is not worked at any more.
    pub fn ended(&mut self, key: &K) {
        self.keys.remove(key);
    }

    /// Whether nothing waits or is being worked at.
    pub fn is_idle(&self) -> bool {
        self.keys.is_empty()
    }

    /// Whether nothing is being worked at.
    pub fn is_still(&self) -> bool {
        self.keys.len() == self.line.len()
    }
}

impl<K: Send + 'static, W: Send + 'static> Line for Once<K, W> {
    type Work = W;

    fn next(&mut self) -> Option<W> {
        self.line.pop_front()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thing_is_worked_at_once_at_a_time_and_the_line_is_bounded() {
        let mut line = Once::of_at_most(2);
        assert!(line.is_idle());
        assert!(line.put(1, "a") && line.put(1, "b") && line.put(2, "c"));
        assert!(!line.put(3, "d"));
        assert_eq!(line.next(), Some("a"));
        assert!(line.put(1, "e"), "it is being worked at");
        assert!(!line.is_still() && !line.is_idle());
        line.ended(&1);
        assert!(line.is_still());
        assert_eq!((line.next(), line.next()), (Some("c"), None));
        line.ended(&2);
        assert!(line.is_idle());
    }
}
