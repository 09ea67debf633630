using System.Data;
using System.Data.Common;
using System.Globalization;
using Microsoft.Data.SqlClient;

namespace FundTracker.Persistence.Tests.SqlServerNet;

/// <summary>A statement as the product sends it to SQL Server.</summary>
/// <param name="Origin">Where it comes from, for the message of a failed test.</param>
/// <param name="Sql">Its text.</param>
/// <param name="Parameters">Its parameters as a procedure declares them.</param>
internal sealed record Statement(string Origin, string Sql, string Parameters)
{
    public static Statement Of(string origin, DbCommand command) =>
        new(origin, command.CommandText, string.Join(", ", command.Parameters.Cast<SqlParameter>().Select(Declare)));

    private static string Declare(SqlParameter parameter) => $"{parameter.ParameterName} {TypeOf(parameter)}";

    private static string TypeOf(SqlParameter parameter) => parameter.SqlDbType switch
    {
        SqlDbType.BigInt or SqlDbType.Int or SqlDbType.SmallInt or SqlDbType.TinyInt or SqlDbType.Bit or SqlDbType.Date or SqlDbType.Float
            or SqlDbType.UniqueIdentifier => parameter.SqlDbType.ToString(),
        SqlDbType.NVarChar or SqlDbType.VarChar or SqlDbType.VarBinary => $"{parameter.SqlDbType}({Length(parameter)})",
        SqlDbType.DateTime2 or SqlDbType.DateTimeOffset => $"{parameter.SqlDbType}({(parameter.Scale == 0 ? 7 : parameter.Scale)})",
        SqlDbType.Decimal => $"decimal({parameter.Precision}, {parameter.Scale})",
        var other => throw new InvalidOperationException($"Say how a procedure declares {other} ({parameter.ParameterName})."),
    };

    private static string Length(SqlParameter parameter) =>
        parameter.Size is > 0 and <= 8000 ? parameter.Size.ToString(CultureInfo.InvariantCulture) : "max";
}
