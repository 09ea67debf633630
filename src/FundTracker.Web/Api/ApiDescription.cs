using FundTracker.Application.Imports;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace FundTracker.Web.Api;

/// <summary>What the generated description cannot see by itself: inputs of queries, and how values of the domain are written.</summary>
internal static class ApiDescription
{
    private static readonly Type[] Words =
    [
        typeof(Currency), typeof(Quarter), typeof(UnifiedSocialCreditCode), typeof(Stamp), typeof(NodeId), typeof(EdgeId), typeof(CapitalCallId),
        typeof(ContributionPlanId), typeof(VoucherId), typeof(DocumentId), typeof(FinancingRoundId), typeof(RegistryEntryId),
        typeof(ImportBatchId),
    ];

    public static void Configure(OpenApiOptions options)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "FundTracker";
            document.Info.Version = "v1";
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<SendsRequest>().FirstOrDefault() is { } sent)
                AddInputs(operation, sent.Type, context.Description.RelativePath ?? "", isQuery: context.Description.HttpMethod == "GET");
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            Write(schema, context.JsonTypeInfo.Type);
            return Task.CompletedTask;
        });
    }

    private static void AddInputs(OpenApiOperation operation, Type request, string path, bool isQuery)
    {
        operation.Parameters ??= [];
        foreach (var input in RequestBinding.Inputs(request))
        {
            var name = RequestBinding.NameOf(input);
            var inPath = path.Contains($"{{{name}}}", StringComparison.Ordinal);
            if (!inPath && !isQuery) continue;
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = name,
                In = inPath ? ParameterLocation.Path : ParameterLocation.Query,
                Required = inPath || !RequestBinding.IsOptional(input),
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = FormatOf(input.ParameterType) },
            });
        }
    }

    private static string? FormatOf(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var day when day == typeof(DateOnly) => "date",
        var stamp when stamp == typeof(Stamp) => "date-time",
        _ => null,
    };

    private static void Write(OpenApiSchema schema, Type type)
    {
        var written = Nullable.GetUnderlyingType(type) ?? type;
        if (Words.Contains(written)) (schema.Type, schema.Format) = (JsonSchemaType.String, FormatOf(written));
        else if (written == typeof(Multiple) || written == typeof(Percentage)) schema.Type = JsonSchemaType.Number;
        else if (written == typeof(Money)) Set(schema, ("amount", JsonSchemaType.String), ("currency", JsonSchemaType.String));
        else if (written == typeof(InputReading)) WriteReading(schema);
        else if (written == typeof(DomainError))
            Set(schema, ("code", JsonSchemaType.String), ("message", JsonSchemaType.String), ("field", JsonSchemaType.String | JsonSchemaType.Null));
        else if (typeof(IFigure).IsAssignableFrom(written))
            Set(schema, ("id", JsonSchemaType.String), ("value", JsonSchemaType.Object), ("none", JsonSchemaType.Object), ("illustrative", JsonSchemaType.Boolean), ("staleSince", JsonSchemaType.String));
    }

    private static void WriteReading(OpenApiSchema schema)
    {
        schema.Description = "Figure and number are in the unit of the limit beside them: percent are percent numbers, 60 is 60 %.";
        Set(
            schema, ("figure", JsonSchemaType.Object), ("number", JsonSchemaType.Number | JsonSchemaType.Null),
            ("numerator", JsonSchemaType.Object | JsonSchemaType.Null), ("denominator", JsonSchemaType.Object | JsonSchemaType.Null),
            ("growsWhole", JsonSchemaType.Boolean));
    }

    private static void Set(OpenApiSchema schema, params ReadOnlySpan<(string Name, JsonSchemaType Type)> properties)
    {
        schema.Type = JsonSchemaType.Object;
        schema.Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
        foreach (var (name, type) in properties) schema.Properties[name] = new OpenApiSchema { Type = type };
    }
}
