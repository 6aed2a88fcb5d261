//! Which DNSSEC data a domain has (RFC 5910).

use outcomes::{Field, Outcome};

use crate::{
    Findings, Refusal,
    model::{DnssecData, Ds, Key},
    policy::{DnssecForm, Zone},
};

/// A change of DNSSEC data. What is removed goes before what is added.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DnssecChange {
    /// To remove.
    pub remove: Option<DnssecRemoval>,
    /// To add; its maximum signature life is that of `RFC 5910`'s `chg` element: the one to be set.
    pub add: DnssecData,
}

/// What to remove.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DnssecRemoval {
    /// Everything.
    All,
    /// These DS records.
    Ds(Vec<Ds>),
    /// These keys.
    Keys(Vec<Key>),
}

/// Notes whether data is in the form that the zone takes.
pub(super) fn check_form(zone: &Zone, data: &DnssecData, findings: &mut Findings) {
    let fits = match zone.dnssec {
        DnssecForm::Ds => data.keys.is_empty(),
        DnssecForm::Keys => data.ds.is_empty(),
        DnssecForm::Either => data.keys.is_empty() || data.ds.is_empty(),
        DnssecForm::None => *data == DnssecData::default(),
    };
    if !fits {
        let refusal = Refusal::new(Outcome::DnssecRefused).at(Field::DnssecData);
        findings.add(refusal.fact("zone", &zone.name).fact("form", zone.dnssec.title()));
    }
    check_repeats(data, findings);
}

/// Notes whether there are more records than the zone takes.
pub(super) fn check_count(zone: &Zone, data: &DnssecData, findings: &mut Findings) {
    if data.count() > zone.most_dnssec_records as usize {
        let refusal = Refusal::new(Outcome::DnssecTooMany).at(Field::DnssecData).value(data.count());
        findings.add(refusal.fact("zone", &zone.name).fact("count", zone.most_dnssec_records));
    }
}

impl DnssecChange {
    /// Whether it asks for nothing.
    pub fn is_empty(&self) -> bool {
        let removes_nothing = match &self.remove {
            None => true,
            Some(DnssecRemoval::All) => false,
            Some(DnssecRemoval::Ds(records)) => records.is_empty(),
            Some(DnssecRemoval::Keys(keys)) => keys.is_empty(),
        };
        removes_nothing && self.add == DnssecData::default()
    }

    /// Makes the change, and notes what cannot be made.
    pub(super) fn apply(&self, data: &mut DnssecData, findings: &mut Findings) {
        match &self.remove {
            None => {}
            Some(DnssecRemoval::All) => *data = DnssecData::default(),
            Some(DnssecRemoval::Ds(records)) => remove_each(&mut data.ds, records, Ds::same_record, findings),
            Some(DnssecRemoval::Keys(keys)) => remove_each(&mut data.keys, keys, Key::eq, findings),
        }
        add_each(&mut data.ds, &self.add.ds, Ds::same_record, findings);
        add_each(&mut data.keys, &self.add.keys, Key::eq, findings);
        // It says how long signatures by these records live, so it does not outlive the last of them.
        let kept = data.max_signature_life.filter(|_| data.is_signed());
        data.max_signature_life = self.add.max_signature_life.or(kept);
    }
}

/// A record in the words of a refusal.
trait Described {
    fn description(&self) -> String;
}

impl Described for Ds {
    fn description(&self) -> String {
        format!("{} {} {} {}", self.key_tag, self.algorithm, self.digest_type, self.digest)
    }
}

impl Described for Key {
    fn description(&self) -> String {
        format!("{} 3 {} {}", self.flags, self.algorithm, self.public_key)
    }
}

fn remove_each<T: Described>(
    list: &mut Vec<T>,
    records: &[T],
    same: fn(&T, &T) -> bool,
    findings: &mut Findings,
) {
    for record in records {
        match list.iter().position(|present| same(present, record)) {
            Some(index) => drop(list.remove(index)),
            None => findings.add(refused(Outcome::NotSet, record)),
        }
    }
}

fn add_each<T: Described + Clone>(
    list: &mut Vec<T>,
    records: &[T],
    same: fn(&T, &T) -> bool,
    findings: &mut Findings,
) {
    for record in records {
        if list.iter().any(|present| same(present, record)) {
            findings.add(refused(Outcome::AlreadySet, record));
        } else {
            list.push(record.clone());
        }
    }
}

fn check_repeats(data: &DnssecData, findings: &mut Findings) {
    for (index, record) in data.ds.iter().enumerate() {
        if data.ds[..index].iter().any(|earlier| earlier.same_record(record)) {
            findings.add(refused(Outcome::NamedTwice, record));
        }
    }
    for (index, key) in data.keys.iter().enumerate() {
        if data.keys[..index].contains(key) {
            findings.add(refused(Outcome::NamedTwice, key));
        }
    }
}

fn refused(outcome: Outcome, record: &impl Described) -> Refusal {
    Refusal::new(outcome).at(Field::DnssecData).value(record.description())
}
