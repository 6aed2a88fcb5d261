//! From TOML to entries. What one file cannot know, `check` looks at.

use std::collections::{BTreeMap, BTreeSet};

use serde::de::DeserializeOwned;

use super::entry::{About, Code, Outcome, Row, Rows, Subject};
use super::numbering::Numbering;
use super::problem::Problems;
use super::source::{Protocol, Source, Sources};
use super::{Catalogue, Table};

/// Reads all files; faults are noted and the entry left out.
pub(super) fn catalogue(sources: &Sources, problems: &mut Problems) -> Catalogue {
    let mut tables: Vec<Table> =
        sources.protocols.iter().filter_map(|protocol| protocol_table(protocol, problems)).collect();
    inherit(&mut tables, problems);
    Catalogue {
        operations: named::<Subject>(std::slice::from_ref(&sources.operations), problems),
        fields: named::<Subject>(std::slice::from_ref(&sources.fields), problems),
        outcomes: named::<Outcome>(&sources.areas, problems),
        tables,
    }
}

/// Gives each table that is like another what it does not say otherwise itself.
fn inherit(tables: &mut [Table], problems: &mut Problems) {
    for place in 0..tables.len() {
        let Some(like) = tables[place].about.like.clone() else { continue };
        let Some(base) = tables.iter().find(|table| table.name == like && table.about.like.is_none()) else {
            problems.add(&tables[place].name, "like", format!("no table of its own is called {like}"));
            continue;
        };
        let (codes, rows) = (base.codes.clone(), base.rows.clone());
        let own = &mut tables[place];
        for (number, code) in codes {
            own.codes.entry(number).or_insert(code);
        }
        let is_other = |row: &Row| own.rows.iter().all(|known| known.order() != row.order());
        let inherited: Vec<Row> = rows.into_iter().filter(is_other).collect();
        own.rows.extend(inherited);
        own.rows.sort_by(|one, other| one.order().cmp(&other.order()));
    }
}

/// An entry that remembers where it was declared.
trait Declared {
    fn declared_in(&mut self, file: &str);
    fn file(&self) -> &str;
}

macro_rules! declared {
    ($($entry:ty),*) => {$(
        impl Declared for $entry {
            fn declared_in(&mut self, file: &str) {
                file.clone_into(&mut self.file);
            }
            fn file(&self) -> &str {
                &self.file
            }
        }
    )*};
}

declared!(Subject, Outcome, Code, Row);

/// The entries of several files; a name stands once in all of them.
fn named<T: DeserializeOwned + Declared>(sources: &[Source], problems: &mut Problems) -> BTreeMap<String, T> {
    let mut all: BTreeMap<String, T> = BTreeMap::new();
    for source in sources {
        for (name, mut entry) in table::<BTreeMap<String, T>>(source, problems).unwrap_or_default() {
            if let Some(earlier) = all.get(&name) {
                problems.add(&source.path, &name, format!("is declared in {} already", earlier.file()));
                continue;
            }
            entry.declared_in(&source.path);
            all.insert(name, entry);
        }
    }
    all
}

fn protocol_table(protocol: &Protocol, problems: &mut Problems) -> Option<Table> {
    let about: About = table(&protocol.about, problems)?;
    let mut rows = rows(&protocol.rows, problems);
    for row in rows.iter_mut().filter(|row| row.code == 0 && row.unsaid.is_some()) {
        row.code = about.unsaid;
    }
    let mut codes = codes(&protocol.codes, problems);
    if let Some(source) = &protocol.numbering {
        let numbering: Numbering = table(source, problems)?;
        rows = by_field(rows, &numbering);
        compose(&mut codes, &rows, &numbering, source, problems);
    }
    let is_composed = protocol.numbering.is_some();
    Some(Table { name: protocol.name.clone(), about, codes, is_composed, rows })
}

/// A row for each field where numbers go by field. What a row says for one field goes before what one says for all.
fn by_field(rows: Vec<Row>, numbering: &Numbering) -> Vec<Row> {
    let (all, own): (Vec<Row>, Vec<Row>) = rows.into_iter().partition(|row| row.by_field);
    let made: Vec<Row> = all.into_iter().flat_map(|row| numbering.each(row)).collect();
    let is_new = |row: &Row| own.iter().all(|known| known.order() != row.order());
    let made: Vec<Row> = made.into_iter().filter(is_new).collect();
    let mut rows: Vec<Row> = own.into_iter().chain(made).collect();
    rows.sort_by(|one, other| one.order().cmp(&other.order()));
    rows
}

/// Puts together what rows lead to and is not declared, and the messages of what is.
fn compose(
    codes: &mut BTreeMap<u32, Code>,
    rows: &[Row],
    numbering: &Numbering,
    source: &Source,
    problems: &mut Problems,
) {
    let mut numbers: BTreeSet<u32> = codes.keys().copied().collect();
    numbers.extend(rows.iter().flat_map(|row| std::iter::once(row.code).chain(row.also)));
    for number in numbers {
        let composed = numbering.code(number, &source.path);
        match (codes.get_mut(&number), composed) {
            (None, Some(composed)) => drop(codes.insert(number, composed)),
            (Some(code), Some(composed)) if code.message.is_empty() => code.message = composed.message,
            (Some(code), Some(composed)) if code.published && !code.irregular => {
                if code.message != composed.message {
                    problems.add(&code.file, number, format!("its parts make {:?}", composed.message));
                }
            }
            (Some(_), _) => {}
            (None, None) => problems.add(&source.path, number, "has a part that is not known"),
        }
    }
}

fn codes(source: &Source, problems: &mut Problems) -> BTreeMap<u32, Code> {
    let named: BTreeMap<String, Code> = named(std::slice::from_ref(source), problems);
    let mut codes = BTreeMap::new();
    for (name, code) in named {
        match name.parse() {
            Ok(number) => drop(codes.insert(number, code)),
            Err(_) => problems.add(&source.path, name, "is not a number"),
        }
    }
    codes
}

fn rows(sources: &[Source], problems: &mut Problems) -> Vec<Row> {
    let mut all = Vec::new();
    for source in sources {
        for mut row in table::<Rows>(source, problems).map(|rows| rows.row).unwrap_or_default() {
            row.declared_in(&source.path);
            all.extend(row.each());
        }
    }
    all.sort_by(|a, b| a.order().cmp(&b.order()));
    all
}

fn table<T: DeserializeOwned>(source: &Source, problems: &mut Problems) -> Option<T> {
    toml::from_str(&source.text).map_err(|error| problems.add(&source.path, "TOML", error)).ok()
}
