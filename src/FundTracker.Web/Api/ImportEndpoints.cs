using FundTracker.Application.Exports;
using FundTracker.Application.Imports;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Policies;
using FundTracker.Domain.Results;
using FundTracker.Web.Security;
using MediatR;

namespace FundTracker.Web.Api;

/// <summary>Addresses for files that come in and go out; a file inside a body is base64, a file that goes out is sent as it is.</summary>
internal static class ImportEndpoints
{
    public static void MapImports(this IEndpointRouteBuilder api)
    {
        var anywhere = api.MapGroup("/imports").WithTags("Imports");
        anywhere.File<GetTemplate.Query>("/template");
        anywhere.PostQuery<InspectImport.Query, InspectImport.Inspection>("/inspection");
        var books = api.MapGroup("/books/{books}").WithTags("Imports");
        books.Query<ListImports.Query, IReadOnlyList<ListImports.Import>>("/imports");
        books.Command<SubmitImport.Command, SubmitImport.Submitted>("/imports");
        books.PostQuery<PreviewImport.Query, ImportPreview>("/imports/preview");
        books.Command<ImportPositions.Command, ImportPreview>("/imports/positions");
        books.Query<ForeseeImport.Query, ForeseenRulesAnswer>("/imports/{batch}/foreseen");
        books.Command<ApproveImport.Command, ImportCounts>("/imports/{batch}/approval");
        books.Command<RejectImport.Command, Done>("/imports/{batch}/rejection");
        books.Query<ListColumnMappings.Query, IReadOnlyList<ListColumnMappings.Mapping>>("/column-mappings");
        books.Command<SaveColumnMapping.Command, Done>("/column-mappings/{name}");
        books.File<ExportLedger.Query>("/ledger/file");
        api.MapGroup("/audit").WithTags("Ledger").File<ExportAudit.Query>("/file");
    }

    /// <summary>An address that answers with a file.</summary>
    private static void File<TRequest>(this IEndpointRouteBuilder api, string pattern)
        where TRequest : class, IQuery<ExportedFile> => api
            .MapGet(pattern, (Delegate)SendFile<TRequest>)
            .WithMetadata(new SendsRequest(typeof(TRequest))).WithName(RequestEndpoints.Name(typeof(TRequest)));

    private static async Task<IResult> SendFile<TRequest>(HttpContext context, IDispatcher dispatcher, CancellationToken cancellation)
        where TRequest : class, IRequest<Result<ExportedFile>>
    {
        var (query, problem) = await RequestBinding.Bind<TRequest>(context);
        if (query is null) return problem!;
        var result = await dispatcher.Send(query, Actors.From(context.User, Channel.Api), cancellation);
        return result.IsSuccess
            ? TypedResults.File(result.Value.Content, result.Value.ContentType, result.Value.FileName)
            : Problems.From(result.Errors);
    }
}
