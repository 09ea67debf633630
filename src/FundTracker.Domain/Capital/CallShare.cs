using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Capital;

/// <summary>One investor's part of one item of a call.</summary>
public sealed class CallShare
{
#pragma warning disable CS8618 // The mapper fills every property when it reads a stored share.
    private CallShare()
    {
    }
#pragma warning restore CS8618

    /// <summary>The call.</summary>
    public CapitalCallId Call { get; private set; }

    /// <summary>Place of the item in the call, from 1.</summary>
    public int Item { get; private set; }

    /// <summary>Place of the investor, from 1.</summary>
    public int Place { get; private set; }

    /// <summary>The investor's commitment.</summary>
    public EdgeId Edge { get; private set; }

    /// <summary>What it is for.</summary>
    public CallPurpose Purpose { get; private set; }

    /// <summary>Whether it counts against the commitment.</summary>
    public bool InsideCommitment { get; private set; }

    /// <summary>The investor's part; zero where rounding left none.</summary>
    public Money Amount { get; private set; }

    internal static CallShare Of(CapitalCallId call, int item, int place, EdgeId edge, CallItem source, Money amount) => new()
    {
        Call = call, Item = item, Place = place, Edge = edge, Purpose = source.Purpose, InsideCommitment = source.InsideCommitment, Amount = amount,
    };
}
