//! Writes of an operation that are sent as one: on PostgreSQL one statement, where each would be a journey there and back while
//! others wait for a lock; on SQLite, where there is no journey, one after the other.

use sea_orm::{
    ActiveModelTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, Insert, IntoActiveModel, QueryTrait,
    UpdateMany,
    sea_query::{
        CommonTableExpression, Expr, InsertStatement, Query, SelectStatement, SubQueryStatement, UnionType,
        UpdateStatement, WithClause,
    },
};

use crate::{
    entity::record::{event, event_audience},
    platform::{
        database::is_postgres,
        error::{Error, Result},
    },
};

/// One of them.
#[derive(Debug)]
enum Write {
    Insert(InsertStatement),
    Update(UpdateStatement),
    /// An event for some audiences, each once. They are written down with the number that the event gets.
    Event(Box<event::ActiveModel>, Vec<String>),
}

/// Writes that are sent as one. On PostgreSQL none of them sees what another one wrote, and what refers to a row is checked when
/// all are there: no two may write the same row.
#[derive(Debug, Default)]
pub struct Together(Vec<Write>);

impl Together {
    /// A new row.
    pub fn insert<A: ActiveModelTrait>(&mut self, insert: Insert<A>) {
        self.0.push(Write::Insert(insert.into_query()));
    }

    /// New rows, as a select finds them when this is sent.
    pub fn insert_found<E: EntityTrait>(
        &mut self,
        columns: impl IntoIterator<Item = E::Column>,
        found: SelectStatement,
    ) -> Result<()> {
        let mut insert = Query::insert();
        insert.into_table(E::default()).columns(columns);
        insert
            .select_from(found)
            .map_err(|_| Error::internal("a select has other columns than its table"))?;
        self.0.push(Write::Insert(insert));
        Ok(())
    }

    /// Other values of rows that are there.
    pub fn update<E: EntityTrait>(&mut self, update: UpdateMany<E>) {
        self.0.push(Write::Update(update.into_query()));
    }

    /// An event for some audiences.
    pub fn event(&mut self, event: event::ActiveModel, mut audiences: Vec<String>) {
        audiences.sort();
        audiences.dedup();
        self.0.push(Write::Event(Box::new(event), audiences));
    }

    /// Sends them. Either all are written or none.
    pub async fn send(self, tx: &DatabaseTransaction) -> Result<()> {
        if is_postgres(tx.get_database_backend()) {
            return self.send_as_one(tx).await;
        }
        for write in self.0 {
            match write {
                Write::Insert(insert) => {
                    tx.execute(&insert).await?;
                }
                Write::Update(update) => {
                    tx.execute(&update).await?;
                }
                Write::Event(event, audiences) => {
                    let event_seq = event.insert(tx).await?.seq;
                    let rows =
                        audiences.into_iter().map(|audience| event_audience::Model { audience, event_seq });
                    let rows: Vec<_> = rows.map(IntoActiveModel::into_active_model).collect();
                    if !rows.is_empty() {
                        event_audience::Entity::insert_many(rows).exec_without_returning(tx).await?;
                    }
                }
            }
        }
        Ok(())
    }

    async fn send_as_one(self, tx: &DatabaseTransaction) -> Result<()> {
        let mut all = WithClause::new();
        let mut part = |name: String, write: SubQueryStatement| {
            all.cte(CommonTableExpression::new().table_name(name).query(write).to_owned());
        };
        for (number, write) in self.0.into_iter().enumerate() {
            let name = format!("w{number}");
            match write {
                Write::Insert(insert) => part(name, insert.into()),
                Write::Update(update) => part(name, update.into()),
                Write::Event(event, audiences) => {
                    let mut insert = Insert::one(*event).into_query();
                    insert.returning(Query::returning().column(event::Column::Seq));
                    part(name.clone(), insert.into());
                    if let Some(of_each) = numbered(&name, audiences) {
                        let mut insert = Query::insert();
                        insert
                            .into_table(event_audience::Entity)
                            .columns([event_audience::Column::Audience, event_audience::Column::EventSeq]);
                        insert
                            .select_from(of_each)
                            .map_err(|_| Error::internal("an audience has two columns"))?;
                        part(format!("{name}a"), insert.into());
                    }
                }
            }
        }
        if all == WithClause::new() {
            return Ok(());
        }
        let nothing = Query::select().expr(Expr::cust("1")).to_owned();
        tx.execute(&nothing.with(all)).await?;
        Ok(())
    }
}

/// Each audience with the number of an event that is written in the same statement; none where there is no audience.
fn numbered(event: &str, audiences: Vec<String>) -> Option<SelectStatement> {
    let of_one = |audience: String| {
        let mut select = Query::select();
        select
            .expr(Expr::value(audience))
            .column((event.to_owned(), event::Column::Seq))
            .from(event.to_owned());
        select
    };
    audiences.into_iter().map(of_one).reduce(|mut all, one| {
        all.union(UnionType::All, one);
        all
    })
}
