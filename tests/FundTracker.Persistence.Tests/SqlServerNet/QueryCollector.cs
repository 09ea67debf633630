using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using FundTracker.Domain.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace FundTracker.Persistence.Tests.SqlServerNet;

/// <summary>Collects every query that a context compiles, and has SQL Server's provider write the same query.</summary>
internal sealed class QueryCollector : IQueryExpressionInterceptor
{
    private static readonly MethodInfo ExecuteMethod = typeof(IQueryProvider).GetMethods().Single(method => method is { Name: nameof(IQueryProvider.Execute), IsGenericMethod: true });
    private readonly List<(string Origin, Expression Query)> queries = [];
    private readonly Lock gate = new();

    /// <summary>Name of what is running, for the message of a failed test.</summary>
    public string Origin { get; set; } = "";

    /// <summary>How many were collected.</summary>
    public int Count => queries.Count;

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
    {
        lock (gate) queries.Add((Origin, queryExpression));
        return queryExpression;
    }

    /// <summary>Writes each query as SQL Server takes it, once with every parameter given and once with those missing that may be.</summary>
    public void WriteAll(UnconnectedSqlServer server)
    {
        foreach (var (origin, query) in queries)
        {
            Write(server, origin, query, missing: false);
            Write(server, origin, query, missing: true);
        }
    }

    private static void Write(UnconnectedSqlServer server, string origin, Expression query, bool missing)
    {
        using var db = server.Open(origin);
        var before = server.Statements.Count;
        var provider = db.GetService<IAsyncQueryProvider>();
        var rooted = new Rerooting(db.Model, provider, missing).Visit(query);
        var element = query.Type.GetInterfaces().Append(query.Type).FirstOrDefault(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IQueryable<>));
        var result = element is null ? query.Type : typeof(IEnumerable<>).MakeGenericType(element.GetGenericArguments());
        try
        {
            if (ExecuteMethod.MakeGenericMethod(result).Invoke(provider, [rooted]) is IEnumerable rows and not string)
                foreach (var _ in rows) throw new InvalidOperationException("A query without a server has no rows.");
        }
        catch (TargetInvocationException failure) when (failure.InnerException is InvalidOperationException && server.Statements.Count > before)
        {
            // The statement was written; that the first, single or greatest of no rows can't be said is no concern here.
        }

        if (server.Statements.Count == before) throw new InvalidOperationException($"{origin}: nothing was written for {query}");
    }

    /// <summary>Puts the tables of another context, and parameters with values, in the place of what was compiled.</summary>
    private sealed class Rerooting(IModel model, IAsyncQueryProvider provider, bool missing) : ExpressionVisitor
    {
        protected override Expression VisitExtension(Expression node) => node switch
        {
            EntityQueryRootExpression root when root.GetType() == typeof(EntityQueryRootExpression) =>
                new EntityQueryRootExpression(provider, model.FindEntityType(root.EntityType.Name) ?? throw new InvalidOperationException(root.EntityType.Name)),
            QueryRootExpression other => throw new InvalidOperationException($"Say how {other.GetType().Name} is asked of another context."),
            QueryParameterExpression parameter => Given(parameter.Type),
            _ => base.VisitExtension(node),
        };

        private MemberExpression Given(Type type)
        {
            var box = Activator.CreateInstance(typeof(StrongBox<>).MakeGenericType(type), Sample(type))!;
            return Expression.Field(Expression.Constant(box), nameof(StrongBox<>.Value));
        }

        private object? Sample(Type type)
        {
            if (Nullable.GetUnderlyingType(type) is { } underlying) return missing ? null : Activator.CreateInstance(underlying);
            if (type.IsValueType) return Activator.CreateInstance(type);
            if (missing && type == typeof(string)) return null;
            if (type == typeof(string)) return "";
            if (type == typeof(byte[])) return Array.Empty<byte>();
            if (type == typeof(Currency)) return Currency.Cny;
            if (type == typeof(Quarter)) return Quarter.Of(2024, 1);
            if (type.IsArray) return Two(type.GetElementType()!);
            var list = type.IsGenericType ? typeof(List<>).MakeGenericType(type.GetGenericArguments()[^1]) : null;
            if (list is not null && type.IsAssignableFrom(list)) return Activator.CreateInstance(list, Two(type.GetGenericArguments()[^1]));
            var set = type.IsGenericType ? typeof(HashSet<>).MakeGenericType(type.GetGenericArguments()[^1]) : null;
            if (set is not null && type.IsAssignableFrom(set)) return Activator.CreateInstance(set, Two(type.GetGenericArguments()[^1]));
            throw new InvalidOperationException($"Give a query a parameter of {type}.");
        }

        private Array Two(Type element)
        {
            var two = Array.CreateInstance(element, 2);
            for (var i = 0; i < 2; i++) two.SetValue(element == typeof(string) ? "" : Sample(element), i);
            return two;
        }
    }
}
