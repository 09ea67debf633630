using FundTracker.Domain.Figures;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Ratios;

/// <summary>How ratios are read where houses differ: named choices, each stated of the mother fund from a day on, or the default.</summary>
/// <param name="Recallable">What recallable distributions do.</param>
/// <param name="OutsideCommitment">What payments outside the commitment do.</param>
/// <param name="Vintage">Which event gives a vintage year.</param>
public sealed record RatioPolicies(RecallablePolicy Recallable, OutsideCommitmentPolicy OutsideCommitment, VintageConvention Vintage)
{
    /// <summary>What holds where nothing is stated: recallable distributions and payments outside the commitment count, vintage by first call.</summary>
    public static RatioPolicies Default { get; } = new(RecallablePolicy.Counted, OutsideCommitmentPolicy.Counted, VintageConvention.FirstCall);

    /// <summary>Names of the facts that state them, in the order in which they are shown.</summary>
    public static IReadOnlyList<string> Names { get; } = [FactNames.RecallablePolicy, FactNames.OutsideCommitmentPolicy, FactNames.VintageConvention];

    /// <summary>Whether sums are read as the ledger has them.</summary>
    public bool IsPlain => Recallable == RecallablePolicy.Counted && OutsideCommitment == OutsideCommitmentPolicy.Counted;

    /// <summary>The choices that hold on the day of a view.</summary>
    public static RatioPolicies In(LedgerView view) => new(
        Stated(view, FactNames.RecallablePolicy, Default.Recallable), Stated(view, FactNames.OutsideCommitmentPolicy, Default.OutsideCommitment),
        Stated(view, FactNames.VintageConvention, Default.Vintage));

    /// <summary>The fact that states a choice; null where the default holds.</summary>
    public static FactEntry? FactOf(LedgerView view, string name) => view.Book.FactOn(view.Book.MotherFund, name, view.AsOf, view.KnownAt);

    private static T Stated<T>(LedgerView view, string name, T byDefault)
        where T : struct, Enum => FactOf(view, name) is { } fact ? Enum.Parse<T>(fact.Value) : byDefault;
}

/// <summary>
/// The sums that ratios are made of, as the policies read them: paid-in and distributed as the ledger has them, or without the money that a
/// policy leaves out.
/// </summary>
internal sealed class RatioBasis
{
    private readonly LedgerView _view;
    private readonly RatioPolicies _policies;

    public RatioBasis(LedgerView view, RatioPolicies? policies = null)
    {
        (_view, _policies) = (view, policies ?? RatioPolicies.In(view));
        Facts = policies is null ? [Input(FactNames.RecallablePolicy), Input(FactNames.OutsideCommitmentPolicy)] : [];
    }

    /// <summary>The policies that ratios read, for their trails; none where another reading than the one that holds is asked for.</summary>
    public IReadOnlyList<FactInput> Facts { get; }

    /// <summary>The sums of a fund for some holders.</summary>
    /// <param name="fund">The fund.</param>
    /// <param name="edges">Dense indexes of the holders' commitments.</param>
    /// <param name="paidIn">What they paid in, as the ledger has it.</param>
    /// <param name="distributed">What came back.</param>
    public RatioSums Read(NodeEntry fund, IReadOnlyList<int> edges, Figure<Money> paidIn, Figure<Money> distributed)
    {
        if (_policies.IsPlain || paidIn.Value is null || distributed.Value is null) return new RatioSums(paidIn, paidIn, distributed);
        var recallable = LeftOut("ratio.recallable", fund, edges, (LineKinds.DistributionKinds, LinePart.Recallable), _view.Recallable);
        var outside = LeftOut("ratio.outside", fund, edges, (LineKinds.PaidInKinds, LinePart.OutsideCommitment), _view.PaidOutside);
        var netted = _policies.Recallable == RecallablePolicy.Netted ? recallable : null;
        return new RatioSums(
            Less("ratio.paidIn", paidIn, netted, _policies.OutsideCommitment == OutsideCommitmentPolicy.Excluded ? outside : null),
            Less("ratio.paidInForPic", paidIn, netted, _policies.OutsideCommitment == OutsideCommitmentPolicy.Counted ? null : outside),
            Less("ratio.distributed", distributed, netted));
    }

    private static Figure<Money> Less(string formula, Figure<Money> whole, params ReadOnlySpan<Figure<Money>?> parts)
    {
        var (left, inputs) = (whole.Require(), new List<TrailInput> { new FigureInput(whole.Id.Formula, whole) });
        foreach (var part in parts)
        {
            if (part is null) continue;
            left -= part.Require();
            inputs.Add(new FigureInput("leftOut", part));
        }

        return inputs.Count == 1 ? whole : Figure<Money>.Of(new FigureId(formula, whole.Id.Scope), left, Trail.Of(inputs));
    }

    private Figure<Money> LeftOut(string formula, NodeEntry fund, IReadOnlyList<int> edges, (KindSet Kinds, LinePart Part) lines, Func<int, long> sum)
    {
        var total = Money.FromMinor(edges.Sum(sum), fund.Currency);
        var input = LinesInput.Of("lines", _view, edges, lines.Kinds, total) with { Part = lines.Part };
        return Figure<Money>.Of(new FigureId(formula, fund.Code), total, Trail.Of(input));
    }

    private FactInput Input(string name) => new(name, _view.Book.MotherFund, RatioPolicies.FactOf(_view, name));
}

/// <summary>Sums as a policy reads them.</summary>
/// <param name="PaidIn">The denominator of DPI, RVPI and TVPI.</param>
/// <param name="PaidInForPic">The numerator of PIC.</param>
/// <param name="Distributed">The numerator of DPI.</param>
internal sealed record RatioSums(Figure<Money> PaidIn, Figure<Money> PaidInForPic, Figure<Money> Distributed);
