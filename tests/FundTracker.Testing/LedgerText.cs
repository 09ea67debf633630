using System.Globalization;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Testing;

/// <summary>
/// A ledger as text. One entry a line, words separated by spaces:
/// <code>
/// mother LUZHOU1 CNY                                            a node of a kind: mother, fund, investor, company; currency if wanted
/// 2023-01-05 FIN->LUZHOU1 Commitment 300,000,000.00             a line: date, edge, kind, amount in major units
/// 2023-03-31 LUZHOU1 ManagementFee 1,000.00                     on a node's own account
/// 2023-02-20 FIN->LUZHOU1 Contribution 60.00 call:1 outside fee   its small properties follow in any order
/// 2023-02-20 reverse #3                                         the line that takes the third line back
/// 2023-01-05 FIN investorKind = Fiscal                          a fact; nothing behind the sign takes it away
/// </code>
/// Properties: an amount's currency (<c>USD</c>), <c>call:1</c>, <c>round:1</c>, <c>inside</c>, <c>outside</c>, <c>recallable</c>,
/// <c>reported</c>, <c>illustrative</c>, <c>invented:Day,Parties</c>, <c>investment</c>, <c>fee</c>, <c>expense</c>, <c>other</c>, <c>reverses:#1</c>,
/// <c>corrects:#1</c>, <c>at:2023-02-20T09:00:00Z</c> (recorded then; noon of the date unless said), <c>by:manager1</c>, <c>note:word</c>.
/// Empty lines and lines that begin with <c>--</c> say nothing.
/// </summary>
public static class LedgerText
{
    private static readonly Dictionary<string, NodeKind> NodeKinds = new(StringComparer.Ordinal)
    {
        ["mother"] = NodeKind.MotherFund, ["fund"] = NodeKind.SubFund, ["investor"] = NodeKind.Investor, ["company"] = NodeKind.PortfolioCompany,
    };

    /// <summary>One entry.</summary>
    public sealed record Entry(DateOnly Date, string Holder, string? Investee, LineKind Kind, decimal Amount)
    {
        /// <summary>Kind of the node that is declared; null where the entry is a line or a fact.</summary>
        public NodeKind? Declares { get; init; }

        /// <summary>The fact, its subject still to be filled in; null where the entry is none.</summary>
        public FactDraft? Fact { get; init; }

        /// <summary>Currency; null where the edge's own is meant.</summary>
        public Currency? Currency { get; init; }

        /// <summary>See <see cref="LineDraft.Purpose"/>.</summary>
        public CallPurpose Purpose { get; init; }

        /// <summary>See <see cref="LineDraft.InsideCommitment"/>.</summary>
        public bool InsideCommitment { get; init; } = true;

        /// <summary>See <see cref="LineDraft.Recallable"/>.</summary>
        public bool Recallable { get; init; }

        /// <summary>See <see cref="LineDraft.Provenance"/>.</summary>
        public Provenance Provenance { get; init; }

        /// <summary>See <see cref="LineDraft.Invented"/>.</summary>
        public RecordFields Invented { get; init; }

        /// <summary>See <see cref="LineDraft.Call"/>.</summary>
        public CapitalCallId? Call { get; init; }

        /// <summary>See <see cref="LineDraft.Round"/>.</summary>
        public FinancingRoundId? Round { get; init; }

        /// <summary>See <see cref="LineDraft.Reverses"/>.</summary>
        public long? Reverses { get; init; }

        /// <summary>See <see cref="LineDraft.CorrectsClosed"/>.</summary>
        public long? CorrectsClosed { get; init; }

        /// <summary>When it is recorded; null for noon of its date.</summary>
        public Stamp? At { get; init; }

        /// <summary>Who records.</summary>
        public string By { get; init; } = "manager1";

        /// <summary>See <see cref="LineDraft.Note"/>.</summary>
        public string Note { get; init; } = "";
    }

    /// <summary>Reads entries.</summary>
    /// <exception cref="FormatException">A line says something else; the message shows it.</exception>
    public static IReadOnlyList<Entry> Read(string text) =>
        [.. text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && !line.StartsWith("--", StringComparison.Ordinal)).Select(ReadEntry)];

    /// <summary>An ISO 8601 date.</summary>
    public static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>An ISO 8601 instant, or a date, which stands for its end.</summary>
    public static Stamp Instant(string text) => Stamp.TryParse(text, out var stamp) ? stamp : throw new FormatException($"'{text}' is no instant.");

    private static Entry ReadEntry(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length >= 2 && NodeKinds.TryGetValue(words[0], out var declared))
            return new Entry(default, words[1], null, LineKind.None, 0) { Declares = declared, Currency = words.Length > 2 ? Currency.Of(words[2]) : null };
        if (words.Length < 3) throw new FormatException($"'{line}' is no entry of a ledger.");
        var date = Date(words[0]);
        if (words[1] == "reverse")
            return With(new Entry(date, "", null, LineKind.None, 0) { Reverses = Sequence(words[2]) }, words[3..], line);
        if (words.Length > 3 && words[3] == "=") return ReadFact(date, words, line);
        var ends = words[1].Split("->");
        if (words.Length < 4 || !Enum.TryParse<LineKind>(words[2], out var kind)) throw new FormatException($"'{line}' names no kind of line and amount.");
        var amount = decimal.Parse(words[3], NumberStyles.Number | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return With(new Entry(date, ends[0], ends.Length > 1 ? ends[1] : null, kind, amount), words[4..], line);
    }

    private static Entry ReadFact(DateOnly date, string[] words, string line)
    {
        var isProperty = words.Length > 4 && (words[4].StartsWith("at:", StringComparison.Ordinal) || words[4] is "illustrative" or "reported");
        var value = words.Length > 4 && !isProperty ? words[4] : "";
        var entry = With(new Entry(date, words[1], null, LineKind.None, 0), words[(value.Length == 0 ? 4 : 5)..], line);
        return entry with { Fact = new FactDraft(default, words[2], value, date, entry.Provenance) };
    }

    private static Entry With(Entry entry, string[] properties, string line) =>
        properties.Aggregate(entry, (so, word) => With(so, word) ?? throw new FormatException($"'{word}' is no property of a line: '{line}'."));

    private static Entry? With(Entry entry, string word)
    {
        var (name, value) = word.Split(':', 2) is [var key, var rest] ? (key, rest) : (word, "");
        return name switch
        {
            "inside" => entry with { InsideCommitment = true },
            "outside" => entry with { InsideCommitment = false },
            "recallable" => entry with { Recallable = true },
            "reported" => entry with { Provenance = Provenance.Reported },
            "illustrative" => entry with { Provenance = Provenance.Illustrative },
            "invented" => entry with { Invented = Enum.Parse<RecordFields>(value) },
            "investment" => entry with { Purpose = CallPurpose.Investment },
            "fee" => entry with { Purpose = CallPurpose.ManagementFee },
            "expense" => entry with { Purpose = CallPurpose.Expense },
            "other" => entry with { Purpose = CallPurpose.Other },
            "call" => entry with { Call = new CapitalCallId(Whole(value)) },
            "round" => entry with { Round = new FinancingRoundId(Whole(value)) },
            "reverses" => entry with { Reverses = Sequence(value) },
            "corrects" => entry with { CorrectsClosed = Sequence(value) },
            "at" => entry with { At = Instant(value) },
            "by" => entry with { By = value },
            "note" => entry with { Note = value },
            _ => Currency.TryOf(word, out var currency) ? entry with { Currency = currency } : null,
        };
    }

    private static long Sequence(string word) => Whole(word.TrimStart('#'));

    private static long Whole(string word) => long.Parse(word, NumberStyles.None, CultureInfo.InvariantCulture);
}
