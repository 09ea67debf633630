using FundTracker.Domain.Values;
using FundTracker.Domain.Ledgers;

namespace FundTracker.Domain.Funds;

/// <summary>What a node is.</summary>
public enum NodeKind : byte
{
    /// <summary>出资人 investor.</summary>
    Investor = 1,

    /// <summary>母基金 mother fund.</summary>
    MotherFund = 2,

    /// <summary>子基金 sub-fund.</summary>
    SubFund = 3,

    /// <summary>被投企业 portfolio company.</summary>
    PortfolioCompany = 4,
}

/// <summary>
/// A participant in one mother fund's books: investor, fund or company. Only what never changes stands here; what may change
/// (class, stage, sector, kind) is a <see cref="Fact"/>.
/// </summary>
public abstract class Node
{
#pragma warning disable CS8618 // The mapper fills every property when it reads a stored node.
    private protected Node()
    {
    }
#pragma warning restore CS8618

    private protected Node(NodeId id, NodeId motherFund, NodeKind kind, string code, BilingualName name, Provenance provenance, Stamp at) =>
        (Id, MotherFund, Kind, Code, Name, Provenance, RecordedAt) = (id, motherFund, kind, code, name, provenance, at);

    /// <summary>Identity.</summary>
    public NodeId Id { get; private set; }

    /// <summary>The mother fund in whose books it stands; the mother fund's own is its own.</summary>
    public NodeId MotherFund { get; private set; }

    /// <summary>What it is.</summary>
    public NodeKind Kind { get; private set; }

    /// <summary>Short code, unique within the books, capital letters, digits and hyphens.</summary>
    public string Code { get; private set; }

    /// <summary>Name in both languages.</summary>
    public BilingualName Name { get; private set; }

    /// <summary>Where the record comes from.</summary>
    public Provenance Provenance { get; private set; }

    /// <summary>When it was recorded; known only from then on.</summary>
    public Stamp RecordedAt { get; private set; }
}

/// <summary>出资人: a party that commits money to a fund and is not itself a fund in these books. Its kind is a fact.</summary>
public sealed class Investor : Node
{
    private Investor()
    {
    }

    private Investor(NodeId id, NodeId motherFund, string code, BilingualName name, Provenance provenance, Stamp at)
        : base(id, motherFund, NodeKind.Investor, code, name, provenance, at)
    {
    }

    /// <summary>Registers an investor.</summary>
    public static Investor Register(NodeId id, NodeId motherFund, string code, BilingualName name, Provenance provenance, Stamp at) =>
        new(id, motherFund, code, name, provenance, at);
}

/// <summary>A fund: takes commitments, holds others.</summary>
public abstract class Fund : Node
{
#pragma warning disable CS8618 // The mapper fills every property when it reads a stored fund.
    private protected Fund()
    {
    }
#pragma warning restore CS8618

    private protected Fund(
        NodeId id, NodeId motherFund, NodeKind kind, string code, BilingualName name, Currency currency, Provenance provenance, Stamp at)
        : base(id, motherFund, kind, code, name, provenance, at) => Currency = currency;

    /// <summary>The currency of its commitments, cash and NAV.</summary>
    public Currency Currency { get; private set; }
}

/// <summary>母基金: a fund of funds, paid in by its shareholders in phases. Its books are the unit of access, of closing and of proof.</summary>
public sealed class MotherFund : Fund
{
    private MotherFund()
    {
    }

    private MotherFund(NodeId id, string code, string? family, BilingualName name, Currency currency, Provenance provenance, Stamp at)
        : base(id, id, NodeKind.MotherFund, code, name, currency, provenance, at) => Family = family;

    /// <summary>Code of the fund family (the mother fund and all funds below it); null where it has none.</summary>
    public string? Family { get; private set; }

    /// <summary>Sets up a mother fund.</summary>
    public static MotherFund SetUp(
        NodeId id, string code, string? family, BilingualName name, Currency currency, Provenance provenance, Stamp at) =>
        new(id, code, family, name, currency, provenance, at);
}

/// <summary>子基金: a fund in which the mother fund (or another fund of the books) holds a commitment.</summary>
public sealed class SubFund : Fund
{
    private SubFund()
    {
    }

    private SubFund(NodeId id, NodeId motherFund, string code, BilingualName name, Currency currency, Provenance provenance, Stamp at)
        : base(id, motherFund, NodeKind.SubFund, code, name, currency, provenance, at)
    {
    }

    /// <summary>Opens a sub-fund in the books of a mother fund.</summary>
    public static SubFund Open(
        NodeId id, NodeId motherFund, string code, BilingualName name, Currency currency, Provenance provenance, Stamp at) =>
        new(id, motherFund, code, name, currency, provenance, at);
}
