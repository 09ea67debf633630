using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FundTracker.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Benchmarks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "BenchmarkTables",
                columns: table => new
                {
                    Code = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    LastRecordedAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    NameEn = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    NameZh = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BenchmarkTables", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "BenchmarkEntries",
                columns: table => new
                {
                    Table = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Vintage = table.Column<int>(type: "int", nullable: false),
                    Measure = table.Column<byte>(type: "tinyint", nullable: false),
                    AsOf = table.Column<DateOnly>(type: "date", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false),
                    LowerUnits = table.Column<long>(type: "bigint", nullable: false),
                    MedianUnits = table.Column<long>(type: "bigint", nullable: false),
                    UpperUnits = table.Column<long>(type: "bigint", nullable: false),
                    Source = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    RecordedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BenchmarkEntries", x => new { x.Table, x.Vintage, x.Measure, x.AsOf, x.RecordedAt });
                    table.ForeignKey(
                        name: "FK_BenchmarkEntries_BenchmarkTables_Table",
                        column: x => x.Table,
                        principalTable: "BenchmarkTables",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });
            // A trigger must be alone in its batch; so the script of the migrations hands it over as text.
            migrationBuilder.Sql("""
                EXEC(N'CREATE TRIGGER "BenchmarkEntries_AppendOnly" ON "BenchmarkEntries" INSTEAD OF UPDATE, DELETE AS
                BEGIN
                    SET NOCOUNT ON;
                    THROW 51000, ''BenchmarkEntries is only added to: correct by a new entry'', 1;
                END');
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BenchmarkEntries");

            migrationBuilder.DropTable(
                name: "BenchmarkTables");
        }
    }
}
