//! Notices and the queues they wait in.

use engine::model::{AccountId, Instant, ListedNotice, Notice, NoticeId};
use engine::ports::store::{NoticeFilter, Notices, NoticesMut, Queue, Result, Slice};

use crate::columns::Columns;
use crate::document;
use crate::past_notices;
use crate::sql::Sql;
use crate::tables::{Tables, values};

impl<C: Sql> Notices for Tables<C> {
    fn queue(&self, account: AccountId) -> Result<Option<Queue>> {
        self.sql.one(SELECT_HEAD, values![account], |columns| {
            Ok(Queue { waiting: columns.read()?, head: notice(columns)? })
        })
    }

    fn notice(&self, id: NoticeId) -> Result<Option<Notice>> {
        self.sql.one(SELECT, values![id], notice)
    }

    fn notices(&self, account: AccountId, most: usize) -> Result<Vec<Notice>> {
        self.sql.all(SELECT_FIRST, values![account, i64::try_from(most).unwrap_or(i64::MAX)], notice)
    }

    fn list_notices(&self, filter: &NoticeFilter, slice: &Slice<NoticeId>) -> Result<Vec<ListedNotice>> {
        past_notices::slice(self, filter, slice)
    }

    fn count_notices(&self, filter: &NoticeFilter) -> Result<u64> {
        past_notices::count(self, filter)
    }

    fn past_notice(&self, account: AccountId, id: NoticeId) -> Result<Option<ListedNotice>> {
        past_notices::find(self, account, id)
    }
}

impl<C: Sql> NoticesMut for Tables<C> {
    fn push_notice(&self, notice: &Notice) -> Result<()> {
        let event = document::text(&notice.event)?;
        let asked = notice.asked.as_ref().map(document::text).transpose()?;
        let kind = notice.event.kind();
        self.update(
            INSERT,
            values![notice.id, notice.account, notice.at, &event, asked.as_ref(), kind.as_ref()],
        )?;
        self.update(COUNT, values![1_i64, notice.account])
    }

    fn remove_notice(&self, account: AccountId, id: NoticeId) -> Result<bool> {
        if self.sql.execute(DELETE, values![id, account])? == 0 {
            return Ok(false);
        }
        self.update(COUNT, values![-1_i64, account])?;
        Ok(true)
    }

    fn keep_notice(&self, notice: &Notice, at: Instant) -> Result<()> {
        past_notices::keep(self, notice, at)
    }
}

pub(crate) fn notice(columns: &mut Columns<'_>) -> Result<Notice> {
    Ok(Notice {
        id: columns.read()?,
        account: columns.read()?,
        at: columns.read()?,
        event: columns.document()?,
        asked: columns.optional_document()?,
    })
}

const SELECT_HEAD: &str = "SELECT waiting, id, notice.account_id, at, event, asked FROM notice \
     JOIN queue ON queue.account_id = notice.account_id \
     WHERE notice.account_id = $1 ORDER BY notice.account_id, id LIMIT 1";
const SELECT: &str = "SELECT id, account_id, at, event, asked FROM notice WHERE id = $1";
const SELECT_FIRST: &str = "SELECT id, account_id, at, event, asked FROM notice WHERE account_id = $1 ORDER BY account_id, id LIMIT $2";
const INSERT: &str =
    "INSERT INTO notice (id, account_id, at, event, asked, kind) VALUES ($1, $2, $3, $4, $5, $6)";
const DELETE: &str = "DELETE FROM notice WHERE id = $1 AND account_id = $2";
const COUNT: &str = "UPDATE queue SET waiting = waiting + $1 WHERE account_id = $2";
