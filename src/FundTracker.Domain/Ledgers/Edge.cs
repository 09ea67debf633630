using FundTracker.Domain.Funds;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Ledgers;

/// <summary>What joins two nodes: a commitment, a holding, or a node's own account. All money moves on edges.</summary>
public sealed class Edge
{
#pragma warning disable CS8618 // The mapper fills every property when it reads a stored edge.
    private Edge()
    {
    }
#pragma warning restore CS8618

    /// <summary>Identity.</summary>
    public EdgeId Id { get; private set; }

    /// <summary>The books in which it stands.</summary>
    public NodeId MotherFund { get; private set; }

    /// <summary>What it is.</summary>
    public EdgeKind Kind { get; private set; }

    /// <summary>Who holds: the investor, or the fund that invests.</summary>
    public NodeId Holder { get; private set; }

    /// <summary>What is held: the fund or the company. The holder itself on an own account.</summary>
    public NodeId Investee { get; private set; }

    /// <summary>Currency of every line on it.</summary>
    public Currency Currency { get; private set; }

    /// <summary>When it was recorded.</summary>
    public Stamp RecordedAt { get; private set; }

    /// <summary>A commitment of an investor (or a fund) to a fund, in the fund's currency.</summary>
    public static Edge Commitment(EdgeId id, Node holder, Fund fund, Stamp at) => New(id, EdgeKind.Commitment, holder, fund, fund.Currency, at);

    /// <summary>A fund's holding in a company, in the fund's currency.</summary>
    public static Edge Holding(EdgeId id, Fund fund, Node company, Stamp at) => New(id, EdgeKind.Holding, fund, company, fund.Currency, at);

    /// <summary>A node's own account.</summary>
    public static Edge Own(EdgeId id, Node node, Currency currency, Stamp at) => New(id, EdgeKind.Own, node, node, currency, at);

    private static Edge New(EdgeId id, EdgeKind kind, Node holder, Node investee, Currency currency, Stamp at) =>
        holder.MotherFund == investee.MotherFund
            ? new() { Id = id, MotherFund = holder.MotherFund, Kind = kind, Holder = holder.Id, Investee = investee.Id, Currency = currency, RecordedAt = at }
            : throw new ArgumentException("Both ends of an edge stand in the same books.", nameof(investee));
}
