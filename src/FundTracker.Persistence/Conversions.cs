using FundTracker.Application.Imports;
using FundTracker.Domain.Values;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace FundTracker.Persistence;

/// <summary>How values stand in columns; the same on both engines. Dates and stamps differ and are the engines' own.</summary>
internal static class Conversions
{
    public sealed class NodeIds() : ValueConverter<NodeId, long>(id => id.Value, value => new NodeId(value));

    public sealed class EdgeIds() : ValueConverter<EdgeId, long>(id => id.Value, value => new EdgeId(value));

    public sealed class CapitalCallIds() : ValueConverter<CapitalCallId, long>(id => id.Value, value => new CapitalCallId(value));

    public sealed class ContributionPlanIds() : ValueConverter<ContributionPlanId, long>(id => id.Value, value => new ContributionPlanId(value));

    public sealed class VoucherIds() : ValueConverter<VoucherId, long>(id => id.Value, value => new VoucherId(value));

    public sealed class EvaluationIds() : ValueConverter<EvaluationId, long>(id => id.Value, value => new EvaluationId(value));

    /// <summary>Points of an evaluation as whole hundredths: exact on both engines.</summary>
    public sealed class Hundredths() : ValueConverter<decimal, long>(points => (long)(points * 100m), units => units / 100m);

    public sealed class DocumentIds() : ValueConverter<DocumentId, long>(id => id.Value, value => new DocumentId(value));

    public sealed class FinancingRoundIds() : ValueConverter<FinancingRoundId, long>(id => id.Value, value => new FinancingRoundId(value));

    public sealed class ImportBatchIds() : ValueConverter<ImportBatchId, long>(id => id.Value, value => new ImportBatchId(value));

    public sealed class RegistryEntryIds() : ValueConverter<RegistryEntryId, long>(id => id.Value, value => new RegistryEntryId(value));

    public sealed class Currencies() : ValueConverter<Currency, string>(currency => currency.Code, code => Currency.Of(code));

    public sealed class Quarters() : ValueConverter<Quarter, string>(quarter => quarter.ToString(), text => ReadQuarter(text));

    public sealed class CreditCodes() : ValueConverter<UnifiedSocialCreditCode, string>(code => code.Value, text => ReadCreditCode(text));

    private static Quarter ReadQuarter(string text) =>
        Quarter.TryParse(text, out var quarter) ? quarter : throw new InvalidOperationException($"'{text}' is not a quarter.");

    private static UnifiedSocialCreditCode ReadCreditCode(string text) =>
        UnifiedSocialCreditCode.TryParse(text, out var code) ? code : throw new InvalidOperationException($"'{text}' is not a credit code.");
}
