//! Objects of every class in one list, by class and age.

use engine::model::{AccountId, ObjectClass, ObjectId, ObjectLine};
use engine::ports::store::{ObjectFilter, Objects, Result, Slice};

use crate::columns::{self, Columns};
use crate::sql::Sql;
use crate::tables::{Tables, values};

impl<C: Sql> Objects for Tables<C> {
    fn objects(
        &self,
        filter: &ObjectFilter,
        slice: &Slice<(ObjectClass, ObjectId)>,
    ) -> Result<Vec<ObjectLine>> {
        let (class, name) = columns_of(filter);
        let (after_class, after) = slice.after.unwrap_or((ObjectClass::Domain, ObjectId(0)));
        self.sql.all(
            SELECT,
            values![filter.owner, class, name.as_ref(), after_class, after, slice.most, slice.skip],
            line,
        )
    }

    fn count_objects(&self, filter: &ObjectFilter) -> Result<u64> {
        let (class, name) = columns_of(filter);
        let count = self.sql.one(COUNT, values![filter.owner, class, name.as_ref()], columns::only)?;
        Ok(count.unwrap_or_default())
    }

    fn has_objects(&self, owner: AccountId) -> Result<bool> {
        self.sql.finds(ANY, values![owner])
    }
}

fn columns_of(filter: &ObjectFilter) -> (Option<ObjectClass>, Option<String>) {
    (filter.class, filter.name.as_ref().map(engine::model::Pattern::to_like))
}

fn line(columns: &mut Columns<'_>) -> Result<ObjectLine> {
    Ok(ObjectLine {
        class: columns.read()?,
        id: columns.read()?,
        name: columns.read()?,
        created_at: columns.read()?,
    })
}

/// The objects of one class: its number, its table, its column of the owner, its condition, its name and its date.
macro_rules! of_class {
    ($what:literal, $number:literal, $table:literal, $owner:literal, $name:literal, $condition:literal) => {
        concat!(
            "SELECT ",
            $what,
            " FROM ",
            $table,
            " WHERE ",
            $owner,
            " = $1 AND ($2 IS NULL OR $2 = ",
            $number,
            ") AND ($3 IS NULL OR LOWER(",
            $name,
            ") LIKE $3 ESCAPE '\\')",
            $condition
        )
    };
}

const SELECT: &str = concat!(
    of_class!(
        "0 AS class, id, name, created_at",
        "0",
        "domain",
        "sponsor",
        "name",
        " AND ($4 < 0 OR $4 = 0 AND id > $5)"
    ),
    " UNION ALL ",
    of_class!(
        "1, id, handle, created_at",
        "1",
        "contact",
        "sponsor",
        "handle",
        " AND ($4 < 1 OR $4 = 1 AND id > $5)"
    ),
    " UNION ALL ",
    of_class!(
        "2, id, name, created_at",
        "2",
        "host",
        "sponsor",
        "name",
        " AND ($4 < 2 OR $4 = 2 AND id > $5)"
    ),
    " UNION ALL ",
    of_class!(
        "3, id, name, created_at",
        "3",
        "nsset",
        "sponsor",
        "name",
        " AND ($4 < 3 OR $4 = 3 AND id > $5)"
    ),
    " UNION ALL ",
    of_class!(
        "4, id, name, added_at",
        "4",
        "dns_zone",
        "owner",
        "name",
        " AND state <> 'deleted' AND ($4 < 4 OR $4 = 4 AND id > $5)"
    ),
    " ORDER BY 1, 2 LIMIT $6 OFFSET $7"
);
const COUNT: &str = concat!(
    "SELECT CAST(SUM(rows) AS BIGINT) FROM (",
    of_class!("COUNT(*) AS rows", "0", "domain", "sponsor", "name", ""),
    " UNION ALL ",
    of_class!("COUNT(*)", "1", "contact", "sponsor", "handle", ""),
    " UNION ALL ",
    of_class!("COUNT(*)", "2", "host", "sponsor", "name", ""),
    " UNION ALL ",
    of_class!("COUNT(*)", "3", "nsset", "sponsor", "name", ""),
    " UNION ALL ",
    of_class!("COUNT(*)", "4", "dns_zone", "owner", "name", " AND state <> 'deleted'"),
    ") AS classes"
);
const ANY: &str = "SELECT 1 FROM domain WHERE sponsor = $1 UNION ALL SELECT 1 FROM contact WHERE sponsor = $1 \
     UNION ALL SELECT 1 FROM host WHERE sponsor = $1 UNION ALL SELECT 1 FROM nsset WHERE sponsor = $1 \
     UNION ALL SELECT 1 FROM dns_zone WHERE owner = $1 AND state <> 'deleted' \
     UNION ALL SELECT 1 FROM transfer WHERE gaining = $1 AND state = 'pending' LIMIT 1";
