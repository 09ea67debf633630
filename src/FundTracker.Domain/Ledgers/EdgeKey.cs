using FundTracker.Domain.Values;

namespace FundTracker.Domain.Ledgers;

/// <summary>
/// What tells one edge from all others of the same books: its kind and its two ends; of own accounts, of which a member has one in each
/// currency, the currency too.
/// </summary>
public sealed record EdgeKey
{
    private EdgeKey(EdgeKind kind, NodeId holder, NodeId investee, Currency? purse) => (Kind, Holder, Investee, Purse) = (kind, holder, investee, purse);

    /// <summary>What it is.</summary>
    public EdgeKind Kind { get; }

    /// <summary>Who holds.</summary>
    public NodeId Holder { get; }

    /// <summary>What is held.</summary>
    public NodeId Investee { get; }

    /// <summary>Currency of an own account; null where the ends say all.</summary>
    public Currency? Purse { get; }

    /// <summary>Of an edge between two nodes.</summary>
    /// <param name="kind">A commitment or a holding.</param>
    /// <param name="holder">Who holds.</param>
    /// <param name="investee">What is held.</param>
    /// <exception cref="ArgumentException">An own account, which has a currency of its own: <see cref="Own"/>.</exception>
    public static EdgeKey Between(EdgeKind kind, NodeId holder, NodeId investee) => kind == EdgeKind.Own
        ? throw new ArgumentException("An own account is found by its currency.", nameof(kind))
        : new EdgeKey(kind, holder, investee, purse: null);

    /// <summary>Of a member's own account in a currency.</summary>
    public static EdgeKey Own(NodeId node, Currency currency) => new(EdgeKind.Own, node, node, currency);

    /// <summary>Of an edge of the books.</summary>
    public static EdgeKey Of(EdgeEntry edge) =>
        edge.Kind == EdgeKind.Own ? Own(edge.Holder, edge.Currency) : Between(edge.Kind, edge.Holder, edge.Investee);
}
