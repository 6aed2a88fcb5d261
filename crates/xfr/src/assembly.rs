//! Putting a zone together from the messages it comes in.

use engine::model::DnsRecord;
use engine::ports::AxfrFailed;

/// A zone on its way: it begins with the start of its authority, and the same record again says that it is whole.
#[derive(Debug, Default)]
pub(crate) struct Assembly {
    records: Vec<DnsRecord>,
    is_whole: bool,
}

impl Assembly {
    /// Takes the records of the next message.
    ///
    /// # Errors
    /// The zone does not begin as it should.
    pub(crate) fn take(&mut self, records: Vec<DnsRecord>) -> Result<(), AxfrFailed> {
        for record in records {
            let is_start = record.kind == DnsRecord::SOA && record.name.is_apex();
            match (self.records.is_empty(), is_start) {
                (true, false) => {
                    return Err(AxfrFailed::new("the zone does not begin with the start of its authority"));
                }
                (false, true) => {
                    self.is_whole = true;
                    return Ok(());
                }
                _ => self.records.push(record),
            }
        }
        Ok(())
    }

    /// The records, if that was all.
    pub(crate) fn whole(&mut self) -> Option<Vec<DnsRecord>> {
        self.is_whole.then(|| std::mem::take(&mut self.records))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::model::RowName;

    fn record(name: &str, kind: u16) -> DnsRecord {
        DnsRecord { name: RowName::parse(name).unwrap(), kind, ttl: 1, rdata: [].into() }
    }

    #[test]
    fn a_zone_is_whole_when_it_ends_as_it_began() {
        let mut zone = Assembly::default();
        zone.take(vec![record("", 6), record("", 2)]).unwrap();
        assert_eq!(zone.whole(), None);
        zone.take(vec![]).unwrap();
        zone.take(vec![record("www", 1), record("", 6), record("late", 1)]).unwrap();
        assert_eq!(zone.whole(), Some(vec![record("", 6), record("", 2), record("www", 1)]));
    }

    #[test]
    fn a_zone_begins_with_its_start_of_authority() {
        for first in [record("www", 6), record("", 2)] {
            assert!(Assembly::default().take(vec![first]).is_err());
        }
    }
}
