//! Zones that wait to be fetched.

use std::collections::{HashSet, VecDeque};

use crew::Line;
use engine::model::DnsZoneId;
use engine::ports::AxfrRequest;

/// The line. A zone stands in it or is fetched at most once at a time.
#[derive(Default)]
pub(crate) struct Waiting {
    line: VecDeque<AxfrRequest>,
    /// Those in the line and those that are being fetched.
    zones: HashSet<DnsZoneId>,
    /// How many may stand in the line.
    most: usize,
}

impl Waiting {
    /// A line in which so many may stand.
    pub(crate) fn of_at_most(most: usize) -> Self {
        Self { most, ..Self::default() }
    }

    /// Takes a request to the end of the line. `false` if there is no room for it.
    pub(crate) fn put(&mut self, request: AxfrRequest) -> bool {
        if self.zones.contains(&request.zone) {
            return true;
        }
        if self.line.len() >= self.most {
            return false;
        }
        self.zones.insert(request.zone);
        self.line.push_back(request);
        true
    }

    /// A zone is not fetched any more.
    pub(crate) fn ended(&mut self, zone: DnsZoneId) {
        self.zones.remove(&zone);
    }

    /// Whether nothing waits or is being fetched.
    pub(crate) fn is_idle(&self) -> bool {
        self.zones.is_empty()
    }

    /// Whether nothing is being fetched.
    pub(crate) fn is_still(&self) -> bool {
        self.zones.len() == self.line.len()
    }
}

impl Line for Waiting {
    type Work = AxfrRequest;

    fn next(&mut self) -> Option<AxfrRequest> {
        self.line.pop_front()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::model::{Clid, DomainName, PrimaryAddress};

    fn request(zone: i64) -> AxfrRequest {
        AxfrRequest {
            zone: DnsZoneId(zone),
            name: DomainName::parse("shop.test").unwrap(),
            owner: Clid::parse("ALPHA").unwrap(),
            primary: PrimaryAddress::parse("192.0.2.1").unwrap(),
            serial: None,
        }
    }

    #[test]
    fn a_zone_is_fetched_once_at_a_time_and_the_line_is_bounded() {
        let mut waiting = Waiting::of_at_most(2);
        assert!(waiting.is_idle());
        assert!(waiting.put(request(1)) && waiting.put(request(1)) && waiting.put(request(2)));
        assert!(!waiting.put(request(3)));
        assert_eq!(waiting.next().map(|request| request.zone), Some(DnsZoneId(1)));
        assert!(waiting.put(request(1)), "it is being fetched");
        assert!(!waiting.is_still() && !waiting.is_idle());
        waiting.ended(DnsZoneId(1));
        assert!(waiting.is_still());
        assert_eq!(waiting.next().map(|request| request.zone), Some(DnsZoneId(2)));
        assert!(waiting.next().is_none());
        waiting.ended(DnsZoneId(2));
        assert!(waiting.is_idle());
    }
}
