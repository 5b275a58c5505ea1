//! How a table is written down: short words for the columns and constraints that every table uses.

use sea_orm_migration::prelude::{
    ColumnDef, DbErr, Expr, ForeignKey, Index, SchemaManager, Table, TableCreateStatement,
};

/// A name in the database.
pub type Name = &'static str;

/// A table being written down.
pub struct NewTable {
    name: Name,
    statement: TableCreateStatement,
    indexes: Vec<(Vec<Name>, bool)>,
}

/// A table whose key is a UUID called `id`.
pub fn table(name: Name) -> NewTable {
    let mut new = bare_table(name);
    new.statement.col(ColumnDef::new("id").uuid().not_null().primary_key());
    new
}

/// A table without columns yet.
pub fn bare_table(name: Name) -> NewTable {
    let mut statement = Table::create();
    statement.table(name);
    NewTable { name, statement, indexes: Vec::new() }
}

/// What a column holds.
#[derive(Clone, Copy)]
pub enum Kind {
    Text,
    Int,
    BigInt,
    Bool,
    Instant,
    Date,
    Uuid,
    /// Bytes: hashes, and what is sealed.
    Bytes,
    Json,
}

fn column(name: Name, kind: Kind) -> ColumnDef {
    let mut column = ColumnDef::new(name);
    match kind {
        Kind::Text => column.text(),
        Kind::Int => column.integer(),
        Kind::BigInt => column.big_integer(),
        Kind::Bool => column.boolean(),
        Kind::Instant => column.timestamp_with_time_zone(),
        Kind::Date => column.date(),
        Kind::Uuid => column.uuid(),
        Kind::Bytes => column.blob(),
        Kind::Json => column.json_binary(),
    };
    column
}

impl NewTable {
    /// A column that always has a value.
    pub fn has(mut self, name: Name, kind: Kind) -> Self {
        self.statement.col(column(name, kind).not_null());
        self
    }

    /// A column that may be empty.
    pub fn may(mut self, name: Name, kind: Kind) -> Self {
        self.statement.col(column(name, kind).null());
        self
    }

    /// Any other column.
    pub fn col(mut self, column: &mut ColumnDef) -> Self {
        self.statement.col(column);
        self
    }

    /// A column that names a row of another table.
    pub fn of(self, name: Name, target: Name) -> Self {
        self.has(name, Kind::Uuid).references(name, target)
    }

    /// A column that may name a row of another table.
    pub fn may_of(self, name: Name, target: Name) -> Self {
        self.may(name, Kind::Uuid).references(name, target)
    }

    fn references(mut self, name: Name, target: Name) -> Self {
        let mut key = ForeignKey::create();
        key.name(format!("fk_{}_{name}", self.name)).from(self.name, name).to(target, "id");
        self.statement.foreign_key(&mut key);
        self
    }

    /// The key, where it is not one column `id`.
    pub fn key(mut self, columns: &[Name]) -> Self {
        let mut key = Index::create();
        for column in columns {
            key.col(*column);
        }
        self.statement.primary_key(&mut key);
        self
    }

    /// A text column that holds one of a list of words.
    pub fn word(self, name: Name, words: &str) -> Self {
        self.has(name, Kind::Text).one_of(name, words)
    }

    /// A text column that may hold one of a list of words.
    pub fn may_word(self, name: Name, words: &str) -> Self {
        self.may(name, Kind::Text).one_of(name, words)
    }

    fn one_of(self, name: Name, words: &str) -> Self {
        let list = words.split_whitespace().map(|word| format!("'{word}'")).collect::<Vec<_>>().join(", ");
        self.check(format!("\"{name}\" IN ({list})"))
    }

    /// A condition that every row meets.
    pub fn check(mut self, condition: impl Into<String>) -> Self {
        self.statement.check(Expr::cust(condition.into()));
        self
    }

    /// An index.
    pub fn index(mut self, columns: &[Name]) -> Self {
        self.indexes.push((columns.to_vec(), false));
        self
    }

    /// An index in which no two rows are alike.
    pub fn unique(mut self, columns: &[Name]) -> Self {
        self.indexes.push((columns.to_vec(), true));
        self
    }

    /// Makes the table and its indexes.
    pub async fn create(self, manager: &SchemaManager<'_>) -> Result<(), DbErr> {
        manager.create_table(self.statement).await?;
        for (columns, unique) in self.indexes {
            let mut index = Index::create();
            index.name(format!("ix_{}_{}", self.name, columns.join("_"))).table(self.name);
            for column in columns {
                index.col(column);
            }
            if unique {
                index.unique();
            }
            manager.create_index(index).await?;
        }
        Ok(())
    }
}

/// Takes tables away, the last made first.
pub async fn drop_tables(manager: &SchemaManager<'_>, names: &[Name]) -> Result<(), DbErr> {
    for name in names.iter().rev() {
        manager.drop_table(Table::drop().table(*name).to_owned()).await?;
    }
    Ok(())
}
