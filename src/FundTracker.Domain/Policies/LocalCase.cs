using System.Globalization;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Policies;

/// <summary>
/// 返投认定情形: something by which a fund brought money to the district, beside its own investment in companies there. It is kept as a fact
/// <c>localCase:KEY</c> of the company from the day of the case on, so that it is dated, hash-chained and replayed as any fact:
/// <c>headquarters;SUB1;12000000.00;;lease 2024-03 and business licence</c>.
/// </summary>
/// <param name="Type">Code of the type, as the rule on recognition names it.</param>
/// <param name="Fund">Code of the fund that claims it.</param>
/// <param name="Amount">How much money it covers, above zero, in the fund's currency.</param>
/// <param name="Source">Which money: empty for the fund's own in the company, else the name of others' money, such as <c>A-2024</c>.</param>
/// <param name="Proof">What proves it.</param>
public sealed record LocalCase(string Type, string Fund, Money Amount, string Source, string Proof)
{
    /// <summary>Longest proof.</summary>
    public const int ProofLengthMax = 500;

    /// <summary>Name of the fact that keeps a case.</summary>
    /// <param name="key">Unique in the books: letters, digits and hyphens, at most 60.</param>
    public static string FactName(string key) => $"{FactNames.LocalCase}:{key}";

    /// <summary>Whether a fact keeps a case.</summary>
    public static bool IsNameOf(string fact) => fact.StartsWith(FactNames.LocalCase + ":", StringComparison.Ordinal);

    /// <summary>The text that a fact keeps.</summary>
    public string Write() => string.Join(';', Type, Fund, Amount.ToPlainText(), Source, Proof);

    /// <summary>Reads what <see cref="Write"/> writes; null for anything else.</summary>
    /// <param name="text">The fact's value.</param>
    /// <param name="currencyOf">Currency of a fund by its code; null where there is no such fund.</param>
    public static LocalCase? Read(string text, Func<string, Currency?> currencyOf)
    {
        if (text.Split(';', 5) is not [var type, var fund, var amount, var source, var proof] || currencyOf(fund) is not { } currency) return null;
        return decimal.TryParse(amount, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) && Money.TryOf(number, currency, out var money)
            ? new LocalCase(type, fund, money, source, proof)
            : null;
    }

    /// <summary>Whether a text may name money: 2 to 40 letters (of any script), digits, hyphens and spaces.</summary>
    public static bool IsSource(string text) =>
        text.Trim().Length is >= 2 and <= 40 && text.All(c => char.IsLetterOrDigit(c) || c is '-' or ' ');
}

/// <summary>What cases of local re-investment are recognised at: data of a rule, as it is in force on a day.</summary>
/// <param name="Rule">The rule that says so; null where none is in force, and then own investment counts in full and nothing else does.</param>
/// <param name="OwnMoney">Percent by type of what is recognised of the fund's own money in the company.</param>
/// <param name="OthersMoney">Percent by type of what is recognised of others' money.</param>
/// <param name="StayYears">Years within which a company that moves out voids what it was recognised for.</param>
public sealed record LocalTerms(
    Rule? Rule, IReadOnlyDictionary<string, decimal> OwnMoney, IReadOnlyDictionary<string, decimal> OthersMoney, int StayYears)
{
    /// <summary>Type of a fund's own investment in a company that sits in the district on its day; read from the ledger, never recorded.</summary>
    public const string OwnInvestment = "ownInvestment";

    private static readonly LocalTerms Plain = new(
        Rule: null, new Dictionary<string, decimal>(StringComparer.Ordinal) { [OwnInvestment] = 100m },
        new Dictionary<string, decimal>(StringComparer.Ordinal), StayYears: 5);

    /// <summary>Types that somebody records, those of own money first.</summary>
    public IReadOnlyList<string> Recordable => [.. OwnMoney.Keys.Where(type => type != OwnInvestment), .. OthersMoney.Keys];

    /// <summary>The terms in force on a day: of the rule that sets <c>ownMoney</c> and <c>othersMoney</c> by <c>localCase</c>.</summary>
    public static LocalTerms On(Rulebook rules, DateOnly day)
    {
        var rule = rules.Rules.FirstOrDefault(rule => rule.IsInForce(day) && rule.Parameter("ownMoney") is { By: FactNames.LocalCase });
        if (rule is null) return Plain;
        var stay = rule.Parameter("stayYears")?.Value is { } years ? (int)years : Plain.StayYears;
        return new LocalTerms(rule, rule.Parameter("ownMoney")!.Values, rule.Parameter("othersMoney")?.Values ?? Plain.OthersMoney, stay);
    }

    /// <summary>Percent of what is recognised for a type; null where the rule knows none such.</summary>
    public decimal? PercentOf(string type) => OwnMoney.TryGetValue(type, out var own) ? own : OthersMoney.TryGetValue(type, out var others) ? others : null;

    /// <summary>Judges a case before it is recorded and again before it counts.</summary>
    /// <param name="claimed">The case.</param>
    /// <param name="invested">What its fund had invested in the company by its day.</param>
    /// <param name="counted">Cases of the company that count on that day.</param>
    public Result<Done> Check(LocalCase claimed, Money invested, IEnumerable<LocalCase> counted)
    {
        if (claimed.Type == OwnInvestment || PercentOf(claimed.Type) is null) return LocalErrors.TypeNotKnown(claimed.Type);
        if (!claimed.Amount.IsPositive) return LocalErrors.AmountNotPositive(claimed.Amount);
        if (!claimed.Proof.Any(char.IsLetterOrDigit)) return LocalErrors.ProofMissing();
        var isOwn = OwnMoney.ContainsKey(claimed.Type);
        if (isOwn && claimed.Source.Length > 0) return LocalErrors.OwnMoneyNamed(claimed.Type);
        if (!isOwn && !LocalCase.IsSource(claimed.Source)) return LocalErrors.SourceMissing(claimed.Type);
        if (isOwn && claimed.Amount.MinorUnits > invested.MinorUnits) return LocalErrors.AboveInvested(claimed.Amount, invested);
        var before = counted.FirstOrDefault(other => other.Type == claimed.Type && other.Source == claimed.Source
            && (!isOwn || other.Fund == claimed.Fund) && other.Amount.MinorUnits >= claimed.Amount.MinorUnits);
        return before is null ? Done.Value : LocalErrors.CountedBefore(before.Fund, before.Amount);
    }
}

/// <summary>Refusals of cases of local re-investment.</summary>
public static class LocalErrors
{
    /// <summary>The rule in force on the day knows no such case.</summary>
    public static DomainError TypeNotKnown(string type) => new("local.typeNotKnown", ("localCase", type));

    /// <summary>An amount of zero or below.</summary>
    public static DomainError AmountNotPositive(Money amount) => new("local.amountNotPositive", ("amount", amount));

    /// <summary>Nothing proves it.</summary>
    public static DomainError ProofMissing() => new("local.proofMissing");

    /// <summary>The case is about the fund's own money, which has no other name.</summary>
    public static DomainError OwnMoneyNamed(string type) => new("local.ownMoneyNamed", ("localCase", type));

    /// <summary>The case is about others' money and does not say which, so that it could be counted twice.</summary>
    public static DomainError SourceMissing(string type) => new("local.sourceMissing", ("localCase", type));

    /// <summary>More of the fund's own money than it had invested by the day.</summary>
    public static DomainError AboveInvested(Money amount, Money invested) => new("local.aboveInvested", ("amount", amount), ("invested", invested));

    /// <summary>The same money was recognised for the same case before.</summary>
    public static DomainError CountedBefore(string fund, Money amount) => new("local.countedBefore", ("fund", fund), ("amount", amount));

    /// <summary>No such case counts on the day.</summary>
    public static DomainError NoSuchCase(string key) => new("local.noSuchCase", ("key", key));
}
