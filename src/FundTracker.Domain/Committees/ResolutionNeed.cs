using System.Globalization;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Committees;

/// <summary>
/// Which approvals need a resolution of the committee. As a fact of the mother fund it reads
/// <c>commitment&gt;=100000000,override,sealing</c>; without one nothing needs a resolution.
/// </summary>
public sealed record ResolutionNeed
{
    private const string AtLeast = ">=";
    private readonly IReadOnlyDictionary<MotionKind, decimal> floors;

    private ResolutionNeed(IReadOnlyDictionary<MotionKind, decimal> floors) => this.floors = floors;

    /// <summary>Nothing needs a resolution.</summary>
    public static ResolutionNeed None { get; } = new(new Dictionary<MotionKind, decimal>());

    /// <summary>What needs one.</summary>
    public IEnumerable<MotionKind> Kinds => floors.Keys.Order();

    /// <summary>What needs a resolution on a day, as known at an instant.</summary>
    public static ResolutionNeed On(BookSnapshot book, DateOnly day, Stamp knownAt) =>
        Parse(book.FactOn(book.MotherFund, FactNames.ResolutionNeeded, day, knownAt)?.Value) ?? None;

    /// <summary>Reads a list; null where the text is none.</summary>
    public static ResolutionNeed? Parse(string? text)
    {
        var found = new Dictionary<MotionKind, decimal>();
        foreach (var part in (text ?? "").Split(','))
        {
            var cut = part.IndexOf(AtLeast, StringComparison.Ordinal);
            var floor = 0m;
            if (KindOf(cut < 0 ? part : part[..cut]) is not { } kind) return null;
            if (cut >= 0 && (kind != MotionKind.Commitment || !TryFloor(part[(cut + AtLeast.Length)..], out floor))) return null;
            if (!found.TryAdd(kind, floor)) return null;
        }

        return new ResolutionNeed(found);
    }

    /// <summary>The smallest commitment to one fund that needs a resolution, major units; 0 for any, null where none does.</summary>
    public decimal? CommitmentFloor => floors.TryGetValue(MotionKind.Commitment, out var floor) ? floor : null;

    /// <summary>Whether a kind of approval needs a resolution.</summary>
    public bool Includes(MotionKind kind) => floors.ContainsKey(kind);

    private static MotionKind? KindOf(string word) => word switch
    {
        "commitment" => MotionKind.Commitment,
        "override" => MotionKind.Override,
        "sealing" => MotionKind.Sealing,
        _ => null,
    };

    private static bool TryFloor(string text, out decimal floor) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out floor) && floor > 0;
}
