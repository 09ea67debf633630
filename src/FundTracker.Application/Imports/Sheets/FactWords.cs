using FundTracker.Domain.Carriers;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Holdings;
using FundTracker.Domain.Ledgers;

namespace FundTracker.Application.Imports.Sheets;

/// <summary>Values of facts as files write them: <c>state owned</c> for StateOwned.</summary>
internal static class FactWords
{
    private static readonly Dictionary<string, string[]> Words = new(StringComparer.Ordinal)
    {
        [FactNames.InvestorKind] = Enum.GetNames<InvestorKind>(),
        [FactNames.SocialKinds] = Enum.GetNames<InvestorKind>(),
        [FactNames.FiscalLevel] = Enum.GetNames<FiscalLevel>(),
        [FactNames.ApprovalLevel] = Enum.GetNames<FiscalLevel>(),
        [FactNames.FundClass] = Enum.GetNames<FundClass>(),
        [FactNames.FundStage] = Enum.GetNames<FundStage>(),
        [FactNames.FundStatus] = Enum.GetNames<FundStatus>(),
        [FactNames.LegalForm] = Enum.GetNames<LegalForm>(),
        [FactNames.RecallablePolicy] = Enum.GetNames<RecallablePolicy>(),
        [FactNames.OutsideCommitmentPolicy] = Enum.GetNames<OutsideCommitmentPolicy>(),
        [FactNames.VintageConvention] = Enum.GetNames<VintageConvention>(),
        [FactNames.LifeCycleStage] = Enum.GetNames<LifeCycleStage>(),
        [FactNames.ChainSegment] = Enum.GetNames<ChainSegment>(),
    };

    /// <summary>The value as the ledger keeps it; one that is not known stays as it is and is refused by the rule of its fact.</summary>
    public static string Of(string fact, string value) => Words.TryGetValue(fact, out var words)
        ? string.Join(',', value.Split(',').Select(part => Array.Find(words, word => CellReading.Bare(word) == CellReading.Bare(part)) ?? part.Trim()))
        : value;
}
