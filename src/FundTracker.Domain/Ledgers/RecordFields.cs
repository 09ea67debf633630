namespace FundTracker.Domain.Ledgers;

/// <summary>
/// Fields of a record that may be invented although the record itself was printed: a newspaper says ten million in 2017, and not the day.
/// What stands on an invented field alone is illustrative; what stands on the others is not.
/// </summary>
[Flags]
public enum RecordFields : byte
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>日期 the day: of a record with two, either.</summary>
    Day = 1,

    /// <summary>金额 the amount.</summary>
    Amount = 2,

    /// <summary>主体 whose money it is: holder, fund or company.</summary>
    Parties = 4,

    /// <summary>轮次 the financing round: its name, who else came in, or that the money belongs to it.</summary>
    Round = 8,

    /// <summary>性质 what the amount is for and how it counts: purpose, kind, method.</summary>
    Terms = 16,

    /// <summary>预算年度 the year of the budget.</summary>
    BudgetYear = 32,
}

/// <summary>What a figure reads of a line. It is illustrative where any of that is invented.</summary>
public static class FieldsRead
{
    /// <summary>An amount over all parties, such as what a company got from all funds together.</summary>
    public const RecordFields Amount = RecordFields.Amount | RecordFields.Terms;

    /// <summary>An amount of one party: of a commitment, of a holding.</summary>
    public const RecordFields Share = Amount | RecordFields.Parties;

    /// <summary>A share and the days of its lines: a rate of return, a term, money first in and first out.</summary>
    public const RecordFields Dated = Share | RecordFields.Day;

    /// <summary>A share of a financing round.</summary>
    public const RecordFields OfRound = Share | RecordFields.Round;

    /// <summary>Whether any of some fields of a record is invented.</summary>
    /// <param name="provenance">Where the record comes from.</param>
    /// <param name="invented">Which of its fields are invented although it was printed.</param>
    /// <param name="read">The fields asked about.</param>
    public static bool IsInvented(Provenance provenance, RecordFields invented, RecordFields read) =>
        provenance == Provenance.Illustrative || (invented & read) != RecordFields.None;
}
