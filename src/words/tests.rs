//! Every word has one text, in the database, in the schema and in JSON; and the schema explains each of them.

use async_graphql::{EmptyMutation, EmptySubscription, Object, Schema, resolver_utils::EnumType};
use sea_orm::{ColumnType, Iterable, Value, sea_query::ValueType};
use serde::{Serialize, de::DeserializeOwned};

use super::*;

fn has_one_text<W>()
where
    W: EnumType + Iterable + ValueType + Into<Value> + Serialize + DeserializeOwned,
    W: std::fmt::Display + std::fmt::Debug,
{
    assert_eq!(W::iter().count(), W::items().len(), "{} has as many values everywhere", W::type_name());
    assert_eq!(W::column_type(), ColumnType::Text);
    for value in W::iter() {
        let text = value.to_string();
        let in_schema = W::items().iter().find(|item| item.value == value).unwrap();
        assert_eq!(in_schema.name, text, "in the schema");
        assert_eq!(value.into(), Value::from(text.clone()), "to the database");
        assert_eq!(
            <W as ValueType>::try_from(Value::from(text.clone())).unwrap(),
            value,
            "from the database"
        );
        assert_eq!(serde_json::to_value(value).unwrap(), text, "in JSON");
        assert_eq!(serde_json::from_value::<W>(text.clone().into()).unwrap(), value, "from JSON");
        let well_formed = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_';
        assert!(text.chars().all(well_formed), "{text}");
    }
    assert!(<W as ValueType>::try_from(Value::from("NO_SUCH_WORD")).is_err());
}

/// Runs the checks for each word, and makes a root object with a field of each, so that a schema can be printed.
macro_rules! all_words {
    ($($field:ident: $word:ident),+ $(,)?) => {
        #[test]
        fn every_word_has_one_text() {
            $( has_one_text::<$word>(); )+
        }

        struct AllWords;
        #[Object]
        impl AllWords {
            $( async fn $field(&self) -> Option<$word> { None } )+
        }
    };
}

all_words! {
    a1: AuditAction, a2: ChangeKind, a3: SubjectKind, a4: JobKind, a5: DatabaseKind, a6: EventNoun,
    b1: Role, b2: OrganisationKind, b3: AreaKind, b4: Sex, b5: ContactPermission, b6: RelationKind, b7: AlertKind,
    b8: ConsentKind, b9: ConsentStatus, b10: RecordChangeKind, b11: RestrictionReason, b12: InvitationStatus,
    b13: TokenScope,
    c1: ReferralStage, c2: ReferralStatus, c3: Urgency, c4: ReferralSource, c5: Trigger, c6: WeaponInvolvement,
    c7: HarmPosition, c8: SocialCareStatus, c9: SpecialNeeds, c10: ParentNotToldReason, c11: MessageKind,
    c12: DraftKind, c13: ReferralOrder, c14: TriageOutcome, c15: DecisionReason, c16: FactorCode,
    d1: CaseStatus, d2: Pathway, d3: RiskLevel, d4: ClosureReason, d5: NoteKind, d6: NoteAudience,
    d7: ContactOutcome, d8: TimelineKind, d9: DutyReason, d10: CaseOrder, d11: SafeguardingKind,
    d12: Instrument, d13: Informant, d14: MeasureStage, d15: ReliableChange, d16: OffenceCheckResult, d17: Suitability,
    d18: GoalOwner,
}

/// The lines of a printed schema that name a value of an enum, each with whether a description stands above it.
fn enum_values(sdl: &str) -> Vec<(String, bool)> {
    let (mut inside, mut described, mut values) = (false, false, Vec::new());
    for line in sdl.lines().map(str::trim) {
        match line {
            _ if line.starts_with("enum ") => {
                values.push((line.to_owned(), described));
                inside = true;
            }
            "}" => inside = false,
            _ if inside && !line.starts_with('"') && !line.contains(' ') && !line.is_empty() => {
                values.push((line.to_owned(), described));
            }
            _ => {}
        }
        described = line.starts_with('"') || line.ends_with("\"\"\"") || (described && line.is_empty());
    }
    values
}

#[test]
fn the_schema_explains_every_word_and_value() {
    let sdl = Schema::new(AllWords, EmptyMutation, EmptySubscription).sdl();
    let values = enum_values(&sdl);
    assert!(values.len() > 250, "{} values found", values.len());
    let bare: Vec<_> = values.iter().filter(|(_, described)| !described).collect();
    assert!(bare.is_empty(), "no description: {bare:?}");
}

#[test]
fn urgency_and_risk_have_an_order() {
    assert!(Urgency::Routine < Urgency::Priority && Urgency::Priority < Urgency::Immediate);
    assert!(RiskLevel::Low < RiskLevel::Medium && RiskLevel::High < RiskLevel::VeryHigh);
}

#[test]
fn five_factors_need_evidence_and_eleven_protect() {
    assert_eq!(FactorCode::iter().filter(|code| code.needs_evidence()).count(), 5);
    assert_eq!(FactorCode::iter().filter(|code| code.is_protective()).count(), 11);
}
