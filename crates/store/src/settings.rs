//! What accounts say of themselves once and for all.

use engine::model::{AccountId, Assortment, DomainName, Period, Preferences, SealedQuestion};
use engine::ports::store::{Result, Settings, SettingsMut};

use crate::columns::Columns;
use crate::document;
use crate::sql::Sql;
use crate::tables::{Tables, values};

impl<C: Sql> Settings for Tables<C> {
    fn preferences(&self, account: AccountId) -> Result<Option<Preferences>> {
        self.sql.one(SELECT_PREFERENCES, values![account], preferences)
    }

    fn assortment(&self, account: AccountId) -> Result<Assortment> {
        let found = self.sql.one(SELECT_ASSORTMENT, values![account], names)?;
        Ok(Assortment { zones: found.unwrap_or_default() })
    }

    fn question(&self, account: AccountId) -> Result<Option<SealedQuestion>> {
        self.sql.one(SELECT_QUESTION, values![account], |columns| {
            Ok(SealedQuestion { question: columns.read()?, answer: columns.read()? })
        })
    }
}

impl<C: Sql> SettingsMut for Tables<C> {
    fn put_preferences(&self, account: AccountId, preferences: &Preferences) -> Result<()> {
        let servers = document_of(&preferences.servers)?;
        self.update(
            PUT_PREFERENCES,
            values![
                account,
                preferences.period.years(),
                preferences.renewal,
                preferences.is_locked,
                preferences.uses_house,
                servers.as_deref(),
                preferences.buys_privacy,
                preferences.renews_privacy,
                preferences.opts_out,
            ],
        )
    }

    fn put_assortment(&self, account: AccountId, assortment: &Assortment) -> Result<()> {
        let zones = document_of(&assortment.zones)?;
        self.update(PUT_ASSORTMENT, values![account, zones.as_deref()])
    }

    fn put_question(&self, account: AccountId, sealed: &SealedQuestion) -> Result<()> {
        self.update(PUT_QUESTION, values![account, sealed.question, &sealed.answer])
    }
}

fn preferences(columns: &mut Columns<'_>) -> Result<Preferences> {
    Ok(Preferences {
        period: Period::of_years(columns.read()?),
        renewal: columns.read()?,
        is_locked: columns.read()?,
        uses_house: columns.read()?,
        servers: names(columns)?,
        buys_privacy: columns.read()?,
        renews_privacy: columns.read()?,
        opts_out: columns.read()?,
    })
}

fn names(columns: &mut Columns<'_>) -> Result<Vec<DomainName>> {
    let names: Vec<String> = columns.optional_document()?.unwrap_or_default();
    Ok(names.into_iter().map(DomainName::from_store).collect())
}

fn document_of(names: &[DomainName]) -> Result<Option<String>> {
    document::list(&names.iter().map(DomainName::as_str).collect::<Vec<_>>())
}

const SELECT_PREFERENCES: &str = "SELECT years, renewal, locked, house, servers, buys_privacy, renews_privacy, opts_out \
     FROM preferences WHERE account_id = $1";
const PUT_PREFERENCES: &str = "INSERT INTO preferences \
     (account_id, years, renewal, locked, house, servers, buys_privacy, renews_privacy, opts_out) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (account_id) DO UPDATE SET years = excluded.years, \
     renewal = excluded.renewal, locked = excluded.locked, house = excluded.house, servers = excluded.servers, \
     buys_privacy = excluded.buys_privacy, renews_privacy = excluded.renews_privacy, opts_out = excluded.opts_out";
const SELECT_ASSORTMENT: &str = "SELECT zones FROM assortment WHERE account_id = $1";
const PUT_ASSORTMENT: &str = "INSERT INTO assortment (account_id, zones) VALUES ($1, $2) \
     ON CONFLICT (account_id) DO UPDATE SET zones = excluded.zones";
const SELECT_QUESTION: &str = "SELECT question, answer FROM security_question WHERE account_id = $1";
const PUT_QUESTION: &str = "INSERT INTO security_question (account_id, question, answer) VALUES ($1, $2, $3) \
     ON CONFLICT (account_id) DO UPDATE SET question = excluded.question, answer = excluded.answer";
