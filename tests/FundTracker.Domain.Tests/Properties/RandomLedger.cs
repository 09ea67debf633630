using System.Globalization;
using CsCheck;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Tests.Model;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Properties;

/// <summary>
/// Ledgers of any lines on a small family of funds: two investors, a mother fund, two sub-funds (one held by the other too), a company.
/// A case prints as the text that <see cref="TestBooks"/> reads.
/// </summary>
internal static class RandomLedger
{
    private const string Family = """
        mother MOTHER CNY
        fund   SUB1 CNY
        fund   SUB2 CNY
        company ACME
        """;

    private static readonly DateOnly First = new(2023, 1, 1);

    private static readonly string[] Edges =
    [
        "FIN->MOTHER", "CITY->MOTHER", "MOTHER->SUB1", "MOTHER->SUB2", "SUB1->SUB2", "CITY->SUB1", "MOTHER->ACME", "SUB1->ACME", "MOTHER", "SUB1",
        "SUB2", "ACME",
    ];

    /// <summary>One line, as numbers that any value of may stand for; see <see cref="Text"/>.</summary>
    public sealed record Step(int Edge, int Kind, int Day, long Amount, int Small, int Call, int Reverses, int Later);

    /// <summary>Names of the commitment edges.</summary>
    public static IReadOnlyList<string> Commitments { get; } = Edges[..6];

    /// <summary>Names of all edges.</summary>
    public static IReadOnlyList<string> All => Edges;

    /// <summary>Codes of the funds.</summary>
    public static IReadOnlyList<string> Funds { get; } = ["MOTHER", "SUB1", "SUB2"];

    /// <summary>Up to two years of days.</summary>
    public static Gen<DateOnly> Day { get; } = Gen.Int[0, 730].Select(day => First.AddDays(day));

    /// <summary>Any step.</summary>
    public static Gen<Step> AnyStep { get; } = Gen.Select(
        Gen.Int[0, Edges.Length - 1], Gen.Int[0, 99], Gen.Int[0, 730], Gen.Long[1, 1_000_000_00], Gen.Int[0, 63], Gen.Int[0, 3], Gen.Int[0, 39], Gen.Int[0, 90])
        .Select((edge, kind, day, amount, small, call, reverses, later) => new Step(edge, kind, day, amount, small, call, reverses, later));

    /// <summary>Up to forty steps.</summary>
    public static Gen<Step[]> Steps { get; } = AnyStep.Array[0, 40];

    /// <summary>Tries a property on many ledgers.</summary>
    public static void Holds(Action<TestBooks> property) => Steps.Sample(steps => property(Build(steps)), iter: Cases.Count, print: Text);

    /// <summary>Tries a property on many ledgers, each with something else drawn at random.</summary>
    public static void Holds<T>(Gen<T> gen, Action<TestBooks, T> property) => Gen.Select(Steps, gen).Sample(
        (steps, drawn) => property(Build(steps), drawn), iter: Cases.Count, print: pair => $"{Text(pair.Item1)}\nwith {pair.Item2}");

    /// <summary>The ledger that some steps make.</summary>
    public static TestBooks Build(Step[] steps)
    {
        var books = Empty();
        foreach (var step in steps) books.Append([Draft(books, step)]);
        return books;
    }

    /// <summary>The family without any line.</summary>
    public static TestBooks Empty()
    {
        var books = TestBooks.Of(Family);
        foreach (var edge in Edges) books.Drafts($"2023-01-01 {edge} {KindsOf(edge)[0]} 1.00");
        return books;
    }

    /// <summary>The line that a step stands for, given the ledger so far.</summary>
    public static LineDraft Draft(TestBooks books, Step step)
    {
        if (step.Reverses > 30 && Reversible(books) is { Count: > 0 } open)
        {
            var original = open[step.Reverses * 7919 % open.Count];
            return original.Reversal(original.EffectiveDate.AddDays(step.Later > 45 ? step.Later : 0), "", correctsClosed: false);
        }

        var edge = Edges[step.Edge];
        var kinds = KindsOf(edge);
        return new LineDraft(books.Edge(edge), kinds[step.Kind % kinds.Count], First.AddDays(step.Day), Money.FromMinor(step.Amount, Currency.Cny))
        {
            InsideCommitment = (step.Small & 1) == 0, Recallable = (step.Small & 2) != 0,
            Provenance = (step.Small & 12) == 12 ? Provenance.Illustrative : Provenance.Recorded, Purpose = (CallPurpose)(step.Small >> 4),
            Call = edge.Contains("->", StringComparison.Ordinal) && step.Call > 0 ? new CapitalCallId(step.Call) : null,
        };
    }

    /// <summary>The same lines for the reference.</summary>
    public static ReferenceLedger Reference(TestBooks books)
    {
        var reference = new ReferenceLedger();
        foreach (var line in books.Lines) reference.Add(Entry(books, line));
        return reference;
    }

    /// <summary>One line for the reference.</summary>
    public static ReferenceLedger.Entry Entry(TestBooks books, LedgerLine line)
    {
        var edge = books.Snapshot.Edges[books.Snapshot.IndexOf(line.Edge)];
        return new ReferenceLedger.Entry(
            books.Snapshot.Node(edge.Holder).Code, books.Snapshot.Node(edge.Investee).Code, line.Kind.ToString(), line.EffectiveDate,
            line.Amount.MinorUnits, line.InsideCommitment, line.Recallable, line.Call?.Value ?? 0, line.Round?.Value ?? 0, (int)(line.Reverses ?? 0));
    }

    /// <summary>A case as text.</summary>
    public static string Text(Step[] steps)
    {
        var books = Build(steps);
        var lines = books.Lines.Select(line =>
        {
            var entry = Entry(books, line);
            var edge = entry.From == entry.To ? entry.From : $"{entry.From}->{entry.To}";
            return string.Create(CultureInfo.InvariantCulture, $"{entry.Day:O} {edge} {entry.What} {line.Amount.ToPlainText()}")
                + (line.InsideCommitment ? "" : " outside") + (line.Recallable ? " recallable" : "") + (line.Call is { } call ? $" call:{call}" : "")
                + (line.Reverses is { } original ? $" reverses:#{original}" : "");
        });
        return Environment.NewLine + Family + Environment.NewLine + string.Join(Environment.NewLine, lines);
    }

    /// <summary>Lines that may still be taken back: no reversals, none taken back before, no memo of a call.</summary>
    public static IReadOnlyList<LedgerLine> Reversible(TestBooks books)
    {
        var reversed = books.Lines.Select(line => line.Reverses).ToHashSet();
        return
        [
            .. books.Lines.Where(line => line.Reverses is null && !reversed.Contains(line.Sequence)
                && line.Kind is not (LineKind.CallIssued or LineKind.CallCancelled)),
        ];
    }

    private static IReadOnlyList<LineKind> KindsOf(string edge)
    {
        if (edge == "ACME") return [LineKind.RoundRaised];
        var kind = !edge.Contains("->", StringComparison.Ordinal) ? EdgeKind.Own : edge.EndsWith("ACME", StringComparison.Ordinal) ? EdgeKind.Holding : EdgeKind.Commitment;
        return [.. LineKinds.All.Where(k => LineKinds.RuleOf(k).Edge == kind && k != LineKind.RoundRaised)];
    }
}
