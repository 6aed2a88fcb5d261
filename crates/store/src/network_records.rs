//! What the protecting network in this system has on record.

use engine::model::{CustomerId, DomainName, NetworkRecord};
use engine::ports::store::Result;

use crate::columns::Columns;
use crate::document;
use crate::sql::Sql;
use crate::tables::{Tables, values};

/// The record of a customer's name.
pub(crate) fn find<C: Sql>(
    tables: &Tables<C>,
    customer: CustomerId,
    name: &DomainName,
) -> Result<Option<NetworkRecord>> {
    tables.sql.one(SELECT, values![customer, name], record)
}

/// Writes a record in place of an earlier one.
pub(crate) fn put<C: Sql>(tables: &Tables<C>, record: &NetworkRecord) -> Result<()> {
    let settings = document::text(&record.settings)?;
    tables.sql.execute(
        PUT,
        values![
            record.customer,
            &record.name,
            record.service,
            record.plan,
            record.expires_at,
            record.mode,
            &settings,
            record.dns_set_at,
            record.purged_at,
        ],
    )?;
    Ok(())
}

/// Removes a record.
pub(crate) fn remove<C: Sql>(tables: &Tables<C>, customer: CustomerId, name: &DomainName) -> Result<bool> {
    Ok(tables.sql.execute(DELETE, values![customer, name])? == 1)
}

fn record(columns: &mut Columns<'_>) -> Result<NetworkRecord> {
    Ok(NetworkRecord {
        customer: columns.read()?,
        name: columns.read()?,
        service: columns.read()?,
        plan: columns.read()?,
        expires_at: columns.read()?,
        mode: columns.read()?,
        settings: columns.document()?,
        dns_set_at: columns.read()?,
        purged_at: columns.read()?,
    })
}

const SELECT: &str = "SELECT customer, name, service, plan, expires_at, mode, settings, dns_set_at, purged_at \
     FROM network_record WHERE customer = $1 AND name = $2";
const PUT: &str = "INSERT INTO network_record (customer, name, service, plan, expires_at, mode, settings, dns_set_at, \
     purged_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (customer, name) DO UPDATE \
     SET service = excluded.service, plan = excluded.plan, expires_at = excluded.expires_at, mode = excluded.mode, \
     settings = excluded.settings, dns_set_at = excluded.dns_set_at, purged_at = excluded.purged_at";
const DELETE: &str = "DELETE FROM network_record WHERE customer = $1 AND name = $2";
