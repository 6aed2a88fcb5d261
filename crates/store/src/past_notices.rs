//! Notices in lists: those that wait, and those that were acknowledged and can be read again for a while.

use engine::IdSource;
use engine::model::{AccountId, Instant, ListedNotice, Notice, NoticeId};
use engine::ports::store::{NoticeFilter, Result, Slice};

use crate::columns::{self, Columns};
use crate::document;
use crate::notices::notice;
use crate::sql::Sql;
use crate::tables::{Tables, values};

/// A slice of a list.
pub(crate) fn slice<C: Sql>(
    tables: &Tables<C>,
    filter: &NoticeFilter,
    slice: &Slice<NoticeId>,
) -> Result<Vec<ListedNotice>> {
    let (sql, start) = match (filter.newest_first, filter.with_past) {
        (false, false) => (SELECT, NoticeId(0)),
        (false, true) => (SELECT_ALL, NoticeId(0)),
        (true, false) => (SELECT_BACK, NoticeId(i64::MAX)),
        (true, true) => (SELECT_ALL_BACK, NoticeId(i64::MAX)),
    };
    let NoticeFilter { account, from, until, .. } = *filter;
    let (kinds, after) = (kinds_of(filter), slice.after.unwrap_or(start));
    tables.sql.all(sql, values![account, after, from, until, kinds.as_ref(), slice.most, slice.skip], listed)
}

/// How many rows a list has.
pub(crate) fn count<C: Sql>(tables: &Tables<C>, filter: &NoticeFilter) -> Result<u64> {
    let sql = if filter.with_past { COUNT_ALL } else { COUNT };
    let NoticeFilter { account, from, until, .. } = *filter;
    let count =
        tables.sql.one(sql, values![account, from, until, kinds_of(filter).as_ref()], columns::only)?;
    Ok(count.unwrap_or_default())
}

/// A notice of an account that was acknowledged.
pub(crate) fn find<C: Sql>(
    tables: &Tables<C>,
    account: AccountId,
    id: NoticeId,
) -> Result<Option<ListedNotice>> {
    tables.sql.one(SELECT_ONE, values![account, id], listed)
}

/// Keeps a notice that is acknowledged, and forgets those of its account that are too old by now.
pub(crate) fn keep<C: Sql>(tables: &Tables<C>, notice: &Notice, at: Instant) -> Result<()> {
    let event = document::text(&notice.event)?;
    let asked = notice.asked.as_ref().map(document::text).transpose()?;
    let kind = notice.event.kind();
    tables.update(
        INSERT,
        values![notice.account, notice.id, notice.at, &event, asked.as_ref(), kind.as_ref(), at],
    )?;
    let oldest = IdSource::first_at(at.plus_days(-ListedNotice::KEPT_DAYS));
    tables.sql.execute(FORGET, values![notice.account, oldest])?;
    Ok(())
}

/// The kinds as they stand in a statement: each between two commas.
fn kinds_of(filter: &NoticeFilter) -> Option<String> {
    filter.kinds.as_ref().map(|kinds| format!(",{},", kinds.join(",")))
}

fn listed(columns: &mut Columns<'_>) -> Result<ListedNotice> {
    Ok(ListedNotice { notice: notice(columns)?, acknowledged_at: columns.read()? })
}

const SELECT_ONE: &str = "SELECT id, account_id, at, event, asked, acknowledged_at FROM past_notice \
     WHERE account_id = $1 AND id = $2";
const INSERT: &str = "INSERT INTO past_notice (account_id, id, at, event, asked, kind, acknowledged_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7)";
const FORGET: &str = "DELETE FROM past_notice WHERE account_id = $1 AND id < $2";

const SELECT: &str = "SELECT id, account_id, at, event, asked, NULL FROM notice \
     WHERE account_id = $1 AND id > $2 AND at >= $3 AND at < $4 AND ($5 IS NULL OR $5 LIKE '%,' || kind || ',%') \
     ORDER BY id LIMIT $6 OFFSET $7";
const SELECT_BACK: &str = "SELECT id, account_id, at, event, asked, NULL FROM notice \
     WHERE account_id = $1 AND id < $2 AND at >= $3 AND at < $4 AND ($5 IS NULL OR $5 LIKE '%,' || kind || ',%') \
     ORDER BY id DESC LIMIT $6 OFFSET $7";
const SELECT_ALL: &str = "SELECT id, account_id, at, event, asked, NULL FROM notice \
     WHERE account_id = $1 AND id > $2 AND at >= $3 AND at < $4 AND ($5 IS NULL OR $5 LIKE '%,' || kind || ',%') \
     UNION ALL SELECT id, account_id, at, event, asked, acknowledged_at FROM past_notice \
     WHERE account_id = $1 AND id > $2 AND at >= $3 AND at < $4 AND ($5 IS NULL OR $5 LIKE '%,' || kind || ',%') \
     ORDER BY 1 LIMIT $6 OFFSET $7";
const SELECT_ALL_BACK: &str = "SELECT id, account_id, at, event, asked, NULL FROM notice \
     WHERE account_id = $1 AND id < $2 AND at >= $3 AND at < $4 AND ($5 IS NULL OR $5 LIKE '%,' || kind || ',%') \
     UNION ALL SELECT id, account_id, at, event, asked, acknowledged_at FROM past_notice \
     WHERE account_id = $1 AND id < $2 AND at >= $3 AND at < $4 AND ($5 IS NULL OR $5 LIKE '%,' || kind || ',%') \
     ORDER BY 1 DESC LIMIT $6 OFFSET $7";
const COUNT: &str = "SELECT COUNT(*) FROM notice \
     WHERE account_id = $1 AND at >= $2 AND at < $3 AND ($4 IS NULL OR $4 LIKE '%,' || kind || ',%')";
const COUNT_ALL: &str = "SELECT (SELECT COUNT(*) FROM notice \
     WHERE account_id = $1 AND at >= $2 AND at < $3 AND ($4 IS NULL OR $4 LIKE '%,' || kind || ',%')) \
     + (SELECT COUNT(*) FROM past_notice \
     WHERE account_id = $1 AND at >= $2 AND at < $3 AND ($4 IS NULL OR $4 LIKE '%,' || kind || ',%'))";
