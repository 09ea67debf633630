using System.Text.Json.Serialization;
using FluentValidation;
using FundTracker.Application.Imports.Positions;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;
using MediatR;

namespace FundTracker.Application.Imports;

/// <summary>Dry run of an import: what would change, and each bad row with sheet, row, column, value and reason. Nothing is saved.</summary>
public static class PreviewImport
{
    /// <summary>Judges a file.</summary>
    /// <param name="Books">Code of the mother fund; its books need not be there yet.</param>
    /// <param name="Kind">What the file is imported as.</param>
    /// <param name="FileName">Its name.</param>
    /// <param name="Content">Its bytes.</param>
    /// <param name="Options">How a position table is read; null for workbooks and for defaults.</param>
    /// <param name="Progress">Is told how far it is.</param>
    [Recorders]
    public sealed record Query(
        string Books, ImportKind Kind, string FileName, byte[] Content, PositionOptions? Options = null,
        [property: JsonIgnore] IProgress<ImportProgress>? Progress = null) : IQuery<ImportPreview>, IWithinBooks;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Books).IsNodeCode();
            RuleFor(q => q.Kind).Must(kind => kind is ImportKind.Workbook or ImportKind.Positions).WithErrorCode(InputErrors.NotKnown);
            RuleFor(q => q.FileName).HasFileName();
            RuleFor(q => q.Content).HasFile();
            RuleFor(q => q.Options!.Unit!.Value).GreaterThan(0).When(q => q.Options?.Unit is not null).OverridePropertyName("Unit");
        }
    }

    internal sealed class Handler(ImportFiles files) : IRequestHandler<Query, Result<ImportPreview>>
    {
        public async Task<Result<ImportPreview>> Handle(Query q, CancellationToken cancellation)
        {
            var file = (q.FileName, q.Content);
            var plan = q.Kind == ImportKind.Positions
                ? await files.Positions(q.Books, file, q.Options ?? new PositionOptions(), q.Progress, cancellation)
                : await files.Workbook(q.Books, file, signed: null, q.Progress, cancellation);
            return plan.Map(judged => ImportPreview.Of(q.Kind, judged));
        }
    }
}
