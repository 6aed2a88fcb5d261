//! Objects of every class in one list, by class and age.

use engine::model::{AccountId, ObjectClass, ObjectId, ObjectLine};
use engine::ports::store::{ObjectFilter, Objects, Result, Slice};

use crate::columns::{self, Columns};
use crate::patterns::like;
use crate::sql::{Sql, Value};
use crate::tables::{Tables, values};

/// The statements of a class: its table, its columns of owner, name and date, a further condition.
macro_rules! of_class {
    ($table:literal, $owner:literal, $name:literal, $date:literal, $condition:literal) => {
        (
            concat!(
                "SELECT id, ",
                $name,
                ", ",
                $date,
                " FROM ",
                $table,
                " WHERE ",
                $owner,
                " = $1 AND id > $2 AND ($3 IS NULL OR LOWER(",
                $name,
                ") LIKE $3 ESCAPE '!')",
                $condition,
                " ORDER BY id LIMIT $4 OFFSET $5"
            ),
            concat!(
                "SELECT COUNT(*) FROM ",
                $table,
                " WHERE ",
                $owner,
                " = $1 AND id > $2 AND ($3 IS NULL OR LOWER(",
                $name,
                ") LIKE $3 ESCAPE '!')",
                $condition
            ),
        )
    };
}

impl<C: Sql> Objects for Tables<C> {
    /// One statement for each class that is wanted, until there are enough rows: in one for all, SQLite would sort every
    /// class anew for each slice.
    fn objects(
        &self,
        filter: &ObjectFilter,
        slice: &Slice<(ObjectClass, ObjectId)>,
    ) -> Result<Vec<ObjectLine>> {
        let (mut found, mut skip) = (Vec::new(), slice.skip);
        let pattern = filter.name.as_ref().map(|pattern| like(pattern.as_str()));
        let mut most = i64::from(slice.most);
        for class in classes(filter) {
            let Some(after) = start(class, slice.after) else { continue };
            if most == 0 {
                break;
            }
            let (select, count) = statements(class);
            let read = |columns: &mut Columns<'_>| {
                let (id, name, created_at) = (columns.read()?, columns.read()?, columns.read()?);
                found.push(ObjectLine { class, id, name, created_at });
                Ok(())
            };
            let rows = self.each(select, values![filter.owner, after, pattern.as_ref(), most, skip], read)?;
            most -= rows;
            if rows > 0 {
                skip = 0;
            } else if skip > 0 {
                skip -= self.counted(count, values![filter.owner, after, pattern.as_ref()])?.min(skip);
            }
        }
        Ok(found)
    }

    fn count_objects(&self, filter: &ObjectFilter) -> Result<u64> {
        let pattern = filter.name.as_ref().map(|pattern| like(pattern.as_str()));
        let count =
            |class| self.counted(statements(class).1, values![filter.owner, BEFORE_ALL, pattern.as_ref()]);
        classes(filter).map(count).sum()
    }

    fn has_objects(&self, owner: AccountId) -> Result<bool> {
        self.sql.finds(ANY, values![owner])
    }
}

impl<C: Sql> Tables<C> {
    /// Reads every row, and tells how many there were.
    fn each(
        &self,
        sql: &'static str,
        values: &[Value<'_>],
        mut read: impl FnMut(&mut Columns<'_>) -> Result<()>,
    ) -> Result<i64> {
        let mut rows = 0;
        self.sql.query(sql, values, &mut |mut columns| {
            rows += 1;
            read(&mut columns)
        })?;
        Ok(rows)
    }

    fn counted(&self, sql: &'static str, values: &[Value<'_>]) -> Result<u64> {
        Ok(self.sql.one(sql, values, columns::only)?.unwrap_or_default())
    }
}

/// The classes that are wanted, in the order of lists.
fn classes(filter: &ObjectFilter) -> impl Iterator<Item = ObjectClass> {
    let wanted = filter.class;
    ObjectClass::ALL.into_iter().filter(move |class| wanted.is_none_or(|wanted| wanted == *class))
}

/// Behind which object a slice begins in a class; `None` if the whole class lies before the slice.
fn start(class: ObjectClass, after: Option<(ObjectClass, ObjectId)>) -> Option<ObjectId> {
    match after {
        Some((last, _)) if class < last => None,
        Some((last, id)) if class == last => Some(id),
        _ => Some(BEFORE_ALL),
    }
}

const BEFORE_ALL: ObjectId = ObjectId(0);

/// How the objects of a class are read, and how they are counted.
const fn statements(class: ObjectClass) -> (&'static str, &'static str) {
    match class {
        ObjectClass::Domain => of_class!("domain", "sponsor", "name", "created_at", ""),
        ObjectClass::Contact => of_class!("contact", "sponsor", "handle", "created_at", ""),
        ObjectClass::Host => of_class!("host", "sponsor", "name", "created_at", ""),
        ObjectClass::Nsset => of_class!("nsset", "sponsor", "name", "created_at", ""),
        ObjectClass::DnsZone => of_class!("dns_zone", "owner", "name", "added_at", " AND state <> 'deleted'"),
    }
}

const ANY: &str = "SELECT 1 FROM domain WHERE sponsor = $1 UNION ALL SELECT 1 FROM contact WHERE sponsor = $1 \
     UNION ALL SELECT 1 FROM host WHERE sponsor = $1 UNION ALL SELECT 1 FROM nsset WHERE sponsor = $1 \
     UNION ALL SELECT 1 FROM dns_zone WHERE owner = $1 AND state <> 'deleted' \
     UNION ALL SELECT 1 FROM transfer WHERE gaining = $1 AND state = 'pending' LIMIT 1";
