using FundTracker.Application.Approvals;
using FundTracker.Application.Ledger;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Web.Components;
using FundTracker.Web.Texts;

namespace FundTracker.Web.Features.Approvals;

/// <summary>Ledger lines, proposed or posted, as sentences.</summary>
public static class LineSentence
{
    /// <summary>A proposed line: who does what to whom, how much, from when on.</summary>
    public static string Of(UiText text, ProposedLine line)
    {
        var said = Sentence(text, (line.Kind, line.Holder, line.Investee), line.Amount, line.EffectiveDate, Qualities(text, line));
        return line.Reverses is { } reversed ? text["lines.reversal", ("line", reversed), ("sentence", said)] : said;
    }

    /// <summary>A posted line.</summary>
    public static string Of(UiText text, LineCard line) =>
        text["lines.posted", ("line", line.Sequence),
            ("sentence", Sentence(text, (line.Kind, line.Holder, line.Investee), line.Amount, line.EffectiveDate, qualities: ""))];

    /// <summary>An amount in full, with its unit.</summary>
    public static string Amount(UiText text, Money amount) =>
        $"{Formats.Number(amount, AmountUnit.Yuan)} {Formats.UnitName(text, amount.Currency, AmountUnit.Yuan)}";

    private static string Sentence(
        UiText text, (LineKind Kind, NodeEntry Holder, NodeEntry Investee) what, Money amount, DateOnly date, string qualities)
    {
        var shown = amount.IsNegative && what.Kind is not (LineKind.Nav or LineKind.ValueIncome or LineKind.ValueRealised or LineKind.ValueUnrealised)
            ? -amount
            : amount;
        return text[$"lines.{what.Kind}", ("holder", Words.Of(what.Holder.Name)), ("investee", Words.Of(what.Investee.Name)),
            ("amount", Amount(text, shown)), ("date", Formats.Of(date))] + qualities;
    }

    private static string Qualities(UiText text, ProposedLine line)
    {
        var said = new List<string>();
        if (line.Purpose != CallPurpose.None) said.Add(Words.Of(line.Purpose));
        if (line.Kind is LineKind.Contribution or LineKind.ContributionInKind or LineKind.CallIssued && !line.InsideCommitment)
            said.Add(text["lines.outsideCommitment"]);
        if (line.Recallable) said.Add(text["lines.recallable"]);
        if (line.CorrectsClosed is { } closed) said.Add(text["lines.correctsClosed", ("line", closed)]);
        return said.Count == 0 ? "" : text["lines.qualities", ("qualities", string.Join(text["shell.listSeparator"], said))];
    }
}
